"""What commands write into records: their form, files out of new:, safe fixes; all of it or nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bilat.errors import Refused
from bilat.records import writing

WORLD = Path(__file__).parent / "world"
VISIT = "meetings/2021-04-visit.yaml"
CALL = "meetings/2021-05-04-doe-roe-call.yaml"
WITH_GUESTS = """\
# Found in a drawer.
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
issues: [salt]
evidence:
- source: herald-call
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan, issues.salt]
# Everything below is new.
new:
  # Two documents.
  sources:
    # Copied by hand.
    herald-call:
      publisher: herald  # not the Gazette
      title: A call
      kind: press-report
      lang: en
      published: 2021-05-04
      seen: {text: whole}
    leaflet: {title: A leaflet, publisher: herald, kind: memoir, lang: en, seen: {text: never}}
  publishers:
    herald: {name: The Herald, country: XC, kind: newspaper}
  issues: {salt: {label: Salt, definition: Salt and what is done with it.}}
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Make a sound checkout of the invented world."""
    shutil.copytree(WORLD, tmp_path / "datasets")
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "world"}), "utf-8")
    return tmp_path


def bilat(cwd: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command line in a folder, with its output piped."""
    command = [sys.executable, "-m", "bilat", *map(str, arguments)]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    run = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)

    assert "Traceback" not in run.stdout + run.stderr
    assert "\x1b" not in run.stdout + run.stderr
    return run


def write(checkout: Path, name: str, text: str) -> None:
    """Write a file of the dataset."""
    (checkout / "datasets" / name).write_text(text, "utf-8")


def read(checkout: Path, name: str) -> str:
    """Return the text of a file of the dataset."""
    return (checkout / "datasets" / name).read_text("utf-8")


def change(checkout: Path, name: str, old: str, new: str) -> None:
    """Exchange the one place at which some text stands in a file of the dataset."""
    text = read(checkout, name)

    assert text.count(old) == 1
    write(checkout, name, text.replace(old, new))


def everything(checkout: Path) -> dict[str, bytes]:
    """Return every file of the dataset, hidden ones too, with its bytes."""
    datasets = checkout / "datasets"
    return {path.relative_to(datasets).as_posix(): path.read_bytes() for path in datasets.rglob("*") if path.is_file()}


def test_where_all_is_in_form_there_is_nothing_to_do(checkout: Path) -> None:
    """Records in canonical form stay untouched, and that is success."""
    before = everything(checkout)

    for arguments in (["fmt"], ["fmt", "--check"]):
        run = bilat(checkout, *arguments)

        assert (run.returncode, run.stdout, run.stderr) == (0, "nothing to format\n", "")
    assert everything(checkout) == before


def test_what_would_change_is_shown_and_not_changed(checkout: Path) -> None:
    """A check of the form names the file, shows the lines, fails, and writes nothing."""
    change(checkout, "places/harbour-hall.yaml", "type: venue", "type:   'venue'")
    before = everything(checkout)
    run = bilat(checkout, "fmt", "--check")

    assert run.stdout == (
        "--- datasets/places/harbour-hall.yaml\n"
        "+++ datasets/places/harbour-hall.yaml\n"
        "@@ -1,3 +1,3 @@\n"
        " name: Harbour Hall\n"
        "-type:   'venue'\n"
        "+type: venue\n"
        " part_of: harbour-city\n"
        "1 file would change; to change it: bilat fmt\n"
    )
    assert (run.returncode, run.stderr) == (1, "")
    assert everything(checkout) == before


def test_a_long_diff_is_cut_short(checkout: Path) -> None:
    """Of a file that changes all over, the first lines are enough."""
    write(checkout, VISIT, read(checkout, VISIT).replace(": ", ":  "))
    lines = bilat(checkout, "fmt", "--check").stdout.splitlines()

    assert [line.endswith(" more lines") for line in lines[-2:]] == [True, False]
    assert len(lines) == 16


def test_records_are_written_in_form(checkout: Path) -> None:
    """Formatting brings back the form of each file, line ends included, leaves nothing beside it, and says which."""
    before = everything(checkout)
    change(checkout, "places/harbour-hall.yaml", "type: venue", "type:   'venue'")
    path = checkout / "datasets" / VISIT
    path.write_bytes(before[VISIT].replace(b"\n", b"\r\n"))
    path.chmod(0o640)
    run = bilat(checkout, "fmt")

    assert run.stdout == f"formatted datasets/{VISIT}\nformatted datasets/places/harbour-hall.yaml\n"
    assert (run.returncode, run.stderr) == (0, "")
    assert everything(checkout) == before
    assert path.stat().st_mode & 0o777 == 0o640


def test_only_what_was_named_is_written(checkout: Path) -> None:
    """A file or folder that was not named keeps its form."""
    change(checkout, "places/harbour-hall.yaml", "type: venue", "type:  venue")
    change(checkout, VISIT, "kind: visit", "kind:  visit")
    run = bilat(checkout / "datasets" / "meetings", "fmt", "2021-04-visit.yaml")

    assert run.stdout == f"formatted datasets/{VISIT}\n"
    assert "type:  venue" in read(checkout, "places/harbour-hall.yaml")


def test_what_cannot_be_read_is_left_alone(checkout: Path) -> None:
    """A file with a fault of syntax stays as it is and is reported; the others are written."""
    write(checkout, "places/odd.yaml", "name: [X\n")
    change(checkout, VISIT, "kind: visit", "kind:  visit")
    run = bilat(checkout, "fmt")

    assert run.stdout.startswith(f"formatted datasets/{VISIT}\ndatasets/places/odd.yaml:1:9: error Y06 ")
    assert (run.returncode, run.stderr) == (1, "")
    assert read(checkout, "places/odd.yaml") == "name: [X\n"


def test_where_no_record_is_there_is_trouble(checkout: Path) -> None:
    """A path that holds no record is more likely a slip than a wish."""
    (checkout / "datasets" / "notes.md").touch()
    run = bilat(checkout, "fmt", "datasets/notes.md")

    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        "bilat: datasets/notes.md holds no records\nhelp: name files or folders of records, or nothing\n"
    )


def test_a_path_that_a_terminal_would_obey_is_shown_in_plain_letters(checkout: Path) -> None:
    """Whatever a file is called, a message about it stays on its line."""
    (checkout / "datasets" / "a\rb.md").touch()
    run = bilat(checkout, "fmt", "datasets/a\rb.md")

    assert run.stderr.startswith("bilat: datasets/a\\rb.md holds no records\n")


def test_new_records_move_into_files_of_their_own(checkout: Path) -> None:
    """Each record under new: comes to stand where its kind stands, with its comments, and the whole is as sound."""
    write(checkout, CALL, WITH_GUESTS)
    run = bilat(checkout, "fmt", "--split")

    assert run.stdout == (
        "moved herald-call to datasets/sources/2021/herald-call.yaml\n"
        "moved leaflet to datasets/sources/undated/leaflet.yaml\n"
        "moved herald to datasets/publishers.yaml\n"
        "moved salt to datasets/issues/salt.yaml\n"
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert read(checkout, CALL) == WITH_GUESTS.partition("# Everything")[0]
    assert read(checkout, "sources/2021/herald-call.yaml") == (
        "# Everything below is new.\n# Two documents.\n# Copied by hand.\n\n"
        "title: A call\npublisher: herald  # not the Gazette\nkind: press-report\nlang: en\npublished: 2021-05-04\n"
        "seen: {text: whole}\n"
    )
    assert read(checkout, "issues/salt.yaml") == "label: Salt\ndefinition: Salt and what is done with it.\n"
    assert [line.split(":")[0] for line in read(checkout, "publishers.yaml").splitlines()] == [
        "arcadia-ministry-press",
        "courier",
        "gazette",
        "herald",
        "ruritania-ministry-press",
    ]
    assert bilat(checkout, "fmt", "--check").stdout == "nothing to format\n"
    assert bilat(checkout, "check").stdout == "no findings\n"
    assert bilat(checkout, "fmt", "--split").stdout == "nothing stands under new:\n"


def test_where_new_records_would_go_can_be_asked(checkout: Path) -> None:
    """With --check nothing is moved."""
    write(checkout, CALL, WITH_GUESTS)
    before = everything(checkout)
    run = bilat(checkout, "fmt", "--split", "--check")

    assert run.stdout.startswith("would move herald-call to datasets/sources/2021/herald-call.yaml\n")
    assert (run.returncode, run.stderr) == (1, "")
    assert everything(checkout) == before


SECOND = "help: delete it under new: if both are the same thing; if not, give it another id\n"
STANDS = "under new: in datasets/meetings/2021-05-04-doe-roe-call.yaml stands in"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("    leaflet:", "    fish:", f"bilat: `fish` {STANDS} datasets/issues/fish.yaml already\n{SECOND}"),
        ("    herald:", "    gazette:", f"bilat: `gazette` {STANDS} datasets/publishers.yaml already\n{SECOND}"),
        ("{salt:", "{leaflet:", f"bilat: `leaflet` {STANDS} datasets/meetings/2021-05-04-doe-roe-call.yaml"),
    ],
)
def test_nothing_moves_onto_what_is_there(checkout: Path, old: str, new: str, expected: str) -> None:
    """One id that is taken keeps every record where it is."""
    write(checkout, CALL, WITH_GUESTS.replace(old, new))
    before = everything(checkout)
    run = bilat(checkout, "fmt", "--split")

    assert run.stderr.startswith(expected)
    assert (run.returncode, run.stdout) == (2, "")
    assert everything(checkout) == before


def test_nothing_moves_out_of_a_faulty_file(checkout: Path) -> None:
    """A meeting with findings of its own is mended first."""
    write(checkout, CALL, WITH_GUESTS.replace("lang: en, ", ""))
    before = everything(checkout)
    run = bilat(checkout, "fmt", "--split")

    assert run.stdout.startswith(
        f"datasets/{CALL}:27:5: error S02 the field `lang` of `new.sources.leaflet` is missing"
    )
    assert (run.returncode, run.stderr) == (1, "")
    assert everything(checkout) == before


def test_files_are_put_in_place_all_or_none(checkout: Path) -> None:
    """Where one file cannot be written, those before it are what they were, and nothing new is left."""
    before = everything(checkout)
    folders = sorted((checkout / "datasets").rglob("*"))
    datasets = checkout / "datasets"
    with pytest.raises(OSError, match="directory"):
        writing.put(
            {datasets / VISIT: "x\n", datasets / "places": "y\n"}, {datasets / "sources" / "1999" / "a.yaml": "z\n"}
        )

    assert everything(checkout) == before
    assert sorted((checkout / "datasets").rglob("*")) == folders


def test_what_is_added_replaces_nothing(checkout: Path) -> None:
    """A file that is to be new is refused where anything stands, a broken link included."""
    link = checkout / "datasets" / "places" / "new.yaml"
    link.symlink_to(checkout / "nowhere")
    with pytest.raises(Refused, match=r"new\.yaml exists"):
        writing.put({}, {link: "name: X\n"})

    assert not (checkout / "nowhere").exists()


SLIP = """\
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivn: {role: principal}}
issues: [fish-qoutas]
evidence:
- source: arcadia-readout
  at: lead
  as_printed: {participants.XR.roe-ivn: Rowe}
  says: {status: occurred, date: 2021-05-04, mode: phone, participants.XR.roe-ivn.role: principal}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivn, issues.fish-qoutas]
"""


def test_a_slip_in_an_id_is_mended_where_it_and_its_paths_stand(checkout: Path) -> None:
    """An id one letter away from the only one that can be meant is exchanged, its evidence too, and all is shown."""
    write(checkout, CALL, SLIP)
    run = bilat(checkout, "check", "--fix")
    mended = SLIP.replace("roe-ivn", "roe-ivan").replace("fish-qoutas", "fish-quotas")

    assert read(checkout, CALL) == mended
    assert run.stdout.startswith(f"--- datasets/{CALL}\n+++ datasets/{CALL}\n@@ -7,4 +7,4 @@\n")
    assert {line for line in run.stdout.splitlines()[2:] if line[0] in "+-"} == {
        f"{sign}{line}"
        for sign, text, other in (("-", SLIP, mended), ("+", mended, SLIP))
        for line in set(text.splitlines()) - set(other.splitlines())
    }
    assert run.stdout.endswith("\nno findings\n")
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("arcadia-readout\n", "arcadia-redout\n"),  # two have that name but for a letter and a year
        ("roe-ivn", "roe-ivxn-jr"),  # more than one letter
        ("issues: [fish-qoutas]", "issues: [fish-qoutas, fish-quotas]"),  # what is meant is there already
        ("status: occurred\n", "status: [occurred\n"),  # the file cannot be read
    ],
)
def test_whatever_may_be_meant_otherwise_is_left(checkout: Path, old: str, new: str) -> None:
    """A fix that is not certain is not made."""
    text = SLIP.replace("roe-ivn", "roe-ivan") if "roe" not in old else SLIP
    text = text.replace("fish-qoutas", "fish-quotas") if "qoutas" not in old else text
    write(checkout, CALL, text.replace(old, new))
    before = everything(checkout)
    run = bilat(checkout, "check", "--fix")

    assert run.returncode == 1
    assert everything(checkout) == before


def test_another_digit_is_another_id(checkout: Path) -> None:
    """Ids that differ in a digit name two things, never one of them misspelt."""
    write(checkout, "issues/salt-2021.yaml", "label: Salt\ndefinition: Salt and what is done with it.\n")
    write(checkout, CALL, SLIP.replace("roe-ivn", "roe-ivan").replace("fish-qoutas", "salt-2022"))
    bilat(checkout, "check", "--fix")

    assert "issues: [salt-2022]" in read(checkout, CALL)


ACCEPT = """\
# why not
accept:
- rule: P04
  because: It is right.
- {rule: D08, path: date, because: It really lasted.}  # long ago
"""


def test_needless_acceptances_go(checkout: Path) -> None:
    """What accepts nothing is deleted, field and all; comments on it stay."""
    write(checkout, VISIT, read(checkout, VISIT) + ACCEPT)
    before = (WORLD / VISIT).read_text("utf-8")
    run = bilat(checkout, "check", "--fix", f"datasets/{VISIT}")

    assert read(checkout, VISIT) == before + "# why not\n# long ago\n"
    assert "-- rule: P04\n" in run.stdout
    assert run.returncode == 0


def test_with_an_error_anywhere_no_acceptance_goes(checkout: Path) -> None:
    """A warning may be missing because a record cannot be judged; what accepts it waits."""
    write(checkout, VISIT, read(checkout, VISIT) + "accept:\n- {rule: P04, because: It is right.}\n")
    write(checkout, "places/odd.yaml", "name: [X\n")
    bilat(checkout, "check", "--fix")

    assert "rule: P04" in read(checkout, VISIT)


def test_fixes_do_not_stand_in_the_way_of_a_machine(checkout: Path) -> None:
    """With findings as JSON, what was changed is shown on stderr."""
    change(checkout, VISIT, "kind: visit", "kind:  visit")
    run = bilat(checkout, "check", "--fix", "--format", "json")

    assert json.loads(run.stdout) == []
    assert run.stderr.startswith(f"--- datasets/{VISIT}\n")
    assert run.returncode == 0
