"""The command line as a process on a small checkout: what it prints where, how it exits, and that nothing breaks it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bilat import rules

WORLD = Path(__file__).parent / "world"
ABOUT = {"name": "world", "title": "An invented world", "licenses": [{"name": "CC0-1.0"}]}
CALL = "meetings/2021-04-visit.yaml"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Make a sound checkout of the invented world."""
    shutil.copytree(WORLD, tmp_path / "datasets")
    (tmp_path / "datapackage.json").write_text(json.dumps(ABOUT), "utf-8")
    return tmp_path


def bilat(cwd: Path, *arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a folder, with its output piped."""
    command = [*powerless(), sys.executable, "-m", "bilat", *map(str, arguments)]
    environment = {**os.environ, "PYTHONUTF8": "1", **variables}
    run = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)

    assert "Traceback" not in run.stdout + run.stderr
    assert "\x1b" not in run.stdout + run.stderr
    return run


def powerless() -> list[str]:
    """Return what takes from root the right to read whatever it likes, so that tests as root prove something."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if is_root and shutil.which("setpriv") else []


def change(checkout: Path, name: str, old: str, new: str) -> None:
    """Exchange the one place at which some text stands in a file of the dataset."""
    path = checkout / "datasets" / name
    text = path.read_text("utf-8")

    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def heads(output: str) -> list[str]:
    """Return the first lines of the findings in a text: place, weight, code and message."""
    return re.findall(r"^\S+:\d+:\d+: .*$", output, re.MULTILINE)


def test_a_sound_dataset_has_no_findings(checkout: Path) -> None:
    """Nothing wrong is said in two words, and is success."""
    run = bilat(checkout, "check")

    assert (run.returncode, run.stdout, run.stderr) == (0, "no findings\n", "")


def test_the_checkout_is_found_from_below_and_by_name(checkout: Path) -> None:
    """A command works in any folder of a checkout, and in one that is named."""
    assert bilat(checkout / "datasets" / "meetings", "check").stdout == "no findings\n"
    assert bilat(Path("/"), "check", "--root", checkout).stdout == "no findings\n"


FAULTS = {
    CALL: ("kind: visit", "kind: trip", "2:7: error S03 `trip` is not a term of kind"),
    "participants/poe-anna.yaml": ("source: arc", "sources: arc", "3:57: error S01 `sources` is not a field of"),
    "organizations/isles-state.yaml": ("kind: state", "kind: isles", "3:7: error S03 `isles` is not a term of"),
    "places/harbour-hall.yaml": ("type: venue", "type: hall", "2:7: error S03 `hall` is not a term of place-type"),
    "issues/fish.yaml": ("label:", "lable:", "1:1: error S01 `lable` is not a field of"),
    "sources/gazette-report.yaml": ("2021-05-05", "2021-02-29", "5:12: error D01 `2021-02-29` does not exist"),
    "publishers.yaml": ("courier: {name: The", "courier: {nome: The", "2:11: error S01 `nome` is not a field of"),
    "dataset.yaml": ("time_rule: utc", "time_rule: ]", "6:12: error Y06 YAML cannot be read from here"),
}


def test_a_fault_in_any_kind_of_record_is_shown_where_it_is(checkout: Path) -> None:
    """A finding names file, line and column, shows the line, and makes the check fail."""
    for name, (old, new, _) in FAULTS.items():
        change(checkout, name, old, new)
    run = bilat(checkout, "check")
    shown = {
        name: re.findall(rf"^datasets/{name}:(.*)\n   (\d+) \| (.*)$", run.stdout, re.MULTILINE) for name in FAULTS
    }

    for name, (_, _, expected) in FAULTS.items():
        number = expected.split(":")[0]
        line = (checkout / "datasets" / name).read_text("utf-8").split("\n")[int(number) - 1]

        assert [(number, line)] == [(at, excerpt) for head, at, excerpt in shown[name] if head.startswith(expected)]
    assert (run.returncode, run.stderr) == (1, "")


def test_a_finding_is_printed_with_the_line_its_mark_and_what_to_do(checkout: Path) -> None:
    """What a contributor reads: the fact, the line as written with the smallest span marked, the remedy, a count."""
    change(checkout, "participants/poe-anna.yaml", "arcadia-readout", "arcadia-redout")
    run = bilat(checkout, "check")

    assert run.stdout == (
        "datasets/participants/poe-anna.yaml:3:65: error R01 no source has the id `arcadia-redout`\n"
        "   3 | - {position: arcadia-ministry/deputy, from: 2020-07-01, source: arcadia-redout}\n"
        f"       {' ' * 64}^^^^^^^^^^^^^^\n"
        "   help: the nearest that exist: `arcadia-readout`, `arcadia-readout-2022`\n"
        "1 error, 0 warnings\n"
    )


def test_warnings_alone_are_no_failure(checkout: Path) -> None:
    """A warning is shown and lets the check pass."""
    change(checkout, CALL, "setting: third-party-hosted", "setting: bilateral")
    run = bilat(checkout, "check")

    assert [" warning P04 " in head for head in heads(run.stdout)] == [True]
    assert run.stdout.endswith("\n0 errors, 1 warning\n")
    assert (run.returncode, run.stderr) == (0, "")


def test_only_what_was_named_is_shown(checkout: Path) -> None:
    """A check of some files or folders judges the whole and shows what is wrong in these."""
    change(checkout, CALL, "kind: visit", "kind: trip")
    change(checkout, "issues/fish.yaml", "label:", "lable:")
    meetings = checkout / "datasets" / "meetings"
    run = bilat(meetings, "check", "2021-04-visit.yaml")

    assert run.stdout.splitlines()[-2:] == [
        "1 error, 0 warnings",
        "repeated ids, duplicates, and one person in two places, are judged by: bilat check",
    ]
    assert {head.split(":")[0] for head in heads(run.stdout)} == {f"datasets/{CALL}"}
    assert bilat(checkout, "check", "datasets/meetings").stdout == run.stdout
    assert bilat(checkout, "check", "datasets/places").stdout.splitlines()[0] == "no findings"
    assert run.returncode == 1


def test_findings_can_be_read_by_a_program(checkout: Path) -> None:
    """As JSON, findings are a list of objects, empty if there are none; the exit code is the same."""
    clean = bilat(checkout, "check", "--format", "json")
    change(checkout, "participants/roe-ivan.yaml", "lang: ru", "lang: Русский")
    run = bilat(checkout, "check", "--format", "json")
    found = json.loads(run.stdout)

    assert (clean.returncode, json.loads(clean.stdout)) == (0, [])
    assert run.returncode == 1
    assert [(one["code"], one["severity"]) for one in found] == [("S05", "error")]
    assert found[0]["location"] == {"path": "datasets/participants/roe-ivan.yaml", "line": 3, "column": 26, "width": 7}


def test_annotations_keep_to_one_line(checkout: Path) -> None:
    """What GitHub reads as its own is escaped: percent signs and line ends anywhere, colons and commas in a name."""
    (checkout / "datasets" / "places" / "50%, a:b\nc.yaml").write_text("name: X\n", "utf-8")
    change(checkout, "issues/fish.yaml", "label: Fish", "label: Fish\nco%: 1")
    lines = bilat(checkout, "check", "--format", "github").stdout.splitlines()

    assert [line for line in lines if not re.fullmatch(r"::error file=[^:,]+,line=\d+,col=\d+,title=\w\d\d::.*", line)]
    assert len(lines) == 3
    assert lines[0].startswith("::error file=datasets/issues/fish.yaml,line=2,col=1,title=S01::`co%25` is not a field")
    assert lines[1].startswith("::error file=datasets/places/50%25%2C a%3Ab\\nc.yaml,line=1,col=1,title=Y18::")
    assert lines[2] == "2 errors, 0 warnings"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a checkout of the invented world that has been built."""
    root = tmp_path_factory.mktemp("built")
    shutil.copytree(WORLD, root / "datasets")
    (root / "datapackage.json").write_text(json.dumps(ABOUT), "utf-8")
    bilat(root, "build")
    return root


def test_a_build_makes_the_folder(built: Path) -> None:
    """A build writes a package into build/dev, in the place of an earlier one, and nothing beside it."""
    (built / "build" / "dev" / "csv" / "old.csv").touch()
    run = bilat(built, "build")
    made = built / "build" / "dev"

    assert re.fullmatch(r"built \d+ tables with [\d,]+ rows in build/dev\n", run.stdout)
    assert (run.returncode, run.stderr) == (0, "")
    assert sorted(path.name for path in made.iterdir()) == ["csv", "datapackage.json", "parquet", "schemas"]
    assert not (made / "csv" / "old.csv").exists()
    assert [path.name for path in (built / "build").iterdir()] == ["dev"]


def test_a_build_of_faulty_records_leaves_nothing(checkout: Path) -> None:
    """With an error in the records there is no folder, not even an unfinished one, and the findings are shown."""
    change(checkout, CALL, "kind: visit", "kind: trip")
    run = bilat(checkout, "build", "--out", "made/here")

    assert heads(run.stdout)[0].startswith(f"datasets/{CALL}:2:7: error S03 ")
    assert (run.returncode, run.stderr) == (1, "")
    assert sorted(path.name for path in checkout.iterdir()) == ["datapackage.json", "datasets"]


def test_a_build_replaces_only_what_a_build_made(checkout: Path) -> None:
    """A folder in which anything else stands is left alone."""
    for out in (checkout, checkout / "datasets"):
        run = bilat(checkout, "build", "--out", out)

        assert run.returncode == 2
        assert "holds what no build has written: " in run.stderr
        assert "\nhelp: name a new folder with --out\n" in run.stderr
    assert (checkout / "datasets" / CALL).is_file()


def test_a_rule_is_explained_by_its_page() -> None:
    """The code of a finding leads to the page of its rule, from anywhere."""
    run = bilat(Path("/"), "explain", "D03")

    assert run.stdout == rules.rules()["D03"].page
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "message", "help_"),
    [
        (["chek"], "No such command 'chek'", "Try 'bilat --help' for help."),
        (["check", "--farmat", "json"], "No such option", "Try 'bilat check --help' for help."),
        (["check", "--format", "xml"], "'xml' is not one of", "Try 'bilat check --help' for help."),
        (["check", "nowhere.yaml"], "'nowhere.yaml' does not exist", "Try 'bilat check --help' for help."),
        (["check", "datapackage.json"], "datapackage.json is not below datasets/", "help: name files or folders"),
        (["explain", "Q99"], "no rule has the code Q99", "help: rules: `"),
        (["explain", "2021-04-visits"], "no meeting record has the id `2021-04-visits`", "help: the nearest: `2021-04"),
        (["explain", "2021-04-visit", "data"], "nobody says anything about `data`", "help: there are claims about: "),
        (["build", "--out", "datapackage.json"], "'datapackage.json' is a file", "Try 'bilat build --help' for help."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_does_not_exist_is_trouble_with_a_way_out(
    built: Path, arguments: list[str], message: str, help_: str
) -> None:
    """What cannot be done is told on stderr with what to do, and is neither success nor a finding."""
    run = bilat(built, *arguments)

    assert (run.returncode, run.stdout) == (2, "")
    assert message in run.stderr
    assert help_ in run.stderr


def test_a_value_is_explained_by_its_chain(built: Path) -> None:
    """The id of a record and the name of a field lead to who says what."""
    run = bilat(built, "explain", "2021-04-visit", "place")

    assert run.stdout.startswith("2021-04-visit · Doe visits Harbour City\nplace = harbour-city\n")
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("arguments", [["check"], ["build", "--root", "."]], ids=" ".join)
def test_outside_of_a_checkout_there_is_nothing_to_do(tmp_path: Path, arguments: list[str]) -> None:
    """A command never works on another checkout than the one it stands in or was given."""
    run = bilat(tmp_path, *arguments)

    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        "bilat: no checkout of the dataset here\nhelp: run this in a checkout, or name one with --root\n"
    )


def test_piped_output_is_plain(checkout: Path) -> None:
    """Output into a file or pipe has no colours and no signs of progress, whatever the environment asks for."""
    change(checkout, CALL, "kind: visit", "kind: trip")
    run = bilat(checkout, "build", NO_COLOR="1", TERM="dumb")

    assert run.stdout.endswith("\n1 error, 0 warnings\n")
    assert run.stdout == bilat(checkout, "build", FORCE_COLOR="1").stdout


def test_letters_that_the_output_lacks_are_written_out(checkout: Path) -> None:
    """Where the output has no Cyrillic, as on some terminals, a finding is still shown."""
    change(checkout, "participants/roe-ivan.yaml", "lang: ru", "lang: Ж")
    run = bilat(checkout, "check", PYTHONUTF8="0", PYTHONIOENCODING="latin-1")

    assert "error S05 `\\u0416` is not written as" in run.stdout
    assert (run.returncode, run.stderr) == (1, "")


HOSTILE = {
    "controls": (b"name: \x1b[2J\x07\n", "Y04"),
    "reordered": ("name: abc\u202ecba\n".encode(), "Y04"),
    "ten-megabytes": (b"name: " + b"x" * 10_000_000, "Y12"),
    "no-text": (bytes(range(256)), "Y01"),
    "nothing": (b"", "Y10"),
    "bombs": (b"a: &a [x, x]\nb: [*a, *a]\n", "Y07"),
    "well": (b"a: " + b"[" * 100_000, "Y11"),
    "python": (b"name: !!python/object/apply:os.system [ls]\n", "Y08"),
}


def test_hostile_bytes_are_one_finding(checkout: Path) -> None:
    """Whatever a file holds, it is refused by one finding, and a terminal gets nothing of it to obey."""
    for name, (raw, _) in HOSTILE.items():
        (checkout / "datasets" / "places" / f"{name}.yaml").write_bytes(raw)
    run = bilat(checkout, "check")
    found = [(head.split(":")[0], head.split()[2]) for head in heads(run.stdout)]

    assert sorted((f"datasets/places/{name}.yaml", code) for name, (_, code) in HOSTILE.items()) == found
    assert re.search(r"[^\n\x20-\U0010ffff]|\u202e", run.stdout) is None
    assert (run.returncode, run.stderr) == (1, "")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_hostile_files_are_one_finding(checkout: Path) -> None:
    """Whatever stands where a record is due, it is refused by one finding; nothing is followed or waited for."""
    places = checkout / "datasets" / "places"
    (checkout / "secret.txt").write_text("xyzzy", "utf-8")
    (places / "link.yaml").symlink_to(checkout / "secret.txt")
    (places / "loop").symlink_to(places)
    (places / "closed.yaml").touch(0o000)
    (places / "closed").mkdir(0o000)
    os.mkfifo(places / "pipe.yaml")
    (places / "a\n::error::b\x1b[2J.yaml").write_text("name: X\n", "utf-8")
    Path(os.fsdecode(os.fsencode(places) + b"/\xff\xfe.yaml")).write_text("name: X\n", "utf-8")
    run = bilat(checkout, "check")
    (places / "closed").chmod(0o700)

    assert [line for line in run.stdout.split("\n") if line and not line.startswith("   ")] == [
        "datasets/places/\\udcff\\udcfe.yaml:1:1: error Y18 the name of this file is no id followed by .yaml",
        "datasets/places/a\\n::error::b\\x1b[2J.yaml:1:1: error Y18 the name of this file is no id followed by .yaml",
        "datasets/places/closed:1:1: error Y13 this cannot be opened: permission denied",
        "datasets/places/closed.yaml:1:1: error Y13 this cannot be opened: permission denied",
        "datasets/places/link.yaml:1:1: error Y13 this is a symbolic link, not a file",
        "datasets/places/loop:1:1: error Y13 this is a symbolic link, not a file",
        "datasets/places/pipe.yaml:1:1: error Y13 this is a pipe, socket or device, not a file",
        "7 errors, 0 warnings",
    ]
    assert "xyzzy" not in run.stdout
    assert (run.returncode, run.stderr) == (1, "")


def test_a_folder_may_be_called_anything(checkout: Path) -> None:
    """A folder whose name ends as that of a record is a folder; beside the folders of records it is refused."""
    (checkout / "datasets" / "places" / "hostile.yaml").mkdir()

    assert bilat(checkout, "check").stdout == "no findings\n"

    (checkout / "datasets" / "leads.yaml").mkdir()

    assert heads(bilat(checkout, "check").stdout) == [
        "datasets/leads.yaml:1:1: error Y17 no records are read from here"
    ]
