"""Another id for a record, or none any more: every mention follows, nothing else changes, all or nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilat import checking, upkeep
from bilat.errors import Refused

WORLD = Path(__file__).parent / "world"
CALL = "meetings/2021/2021-05-04-doe-roe-call.yaml"
# A meeting that mentions records in every way in which one can.
RICH = {
    CALL: """\
# A call, told of twice.
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04   # local time
mode: phone
participants:
  XA: {doe-jane: principal, poe-anna: {role: member, on_behalf_of: doe-jane},
       fish: {unnamed: an expert, role: member}}
  XR:
    "roe-ivan": {role: principal, as: 'ruritania-ministry/minister'}
third: {isles-state: intermediary}
issues: [fish-quotas, fish]
in_series:
- 2021-fish-talks   # since February
outcomes:
  fish: {type: decision-to-meet, by: both, text: The two agree to meet again, issue: fish}
statements:
  useful: {type: assessment, valence: positive, text: Doe calls fish-quotas useful, issue: fish-quotas}
evidence:
- source: arcadia-readout
  as_printed: {participants.XA.doe-jane: Minister J. Doe}
  says:
    status: occurred
    date: 2021-05-04
    mode: phone
    participants.XR.roe-ivan.as: ruritania-ministry/minister
    third.isles-state: intermediary
  supports: [participants.XA.doe-jane, participants.XA.poe-anna, 'participants.XR.roe-ivan', in_series.2021-fish-talks]
- source: courier-report
  via: gazette-report
  voice: roe-ivan
  says: {issues.fish: {mode: raised, by: XR}}
  supports:
  - participants.XA.fish
  - issues.fish-quotas
  - issues.fish
  - outcomes.fish
  - statements.useful
- source: courier-report
  voice: courier
  says: {mode: phone}
- source: gazette-report
  voice: {anonymous: an official, side: XR, of: ruritania-ministry}
  denies: [outcomes.fish]
  omits: [issues.fish]
- source: herald-note
  says: {mode: phone}
accept:
- {rule: I01, path: issues.fish, because: The report speaks of both}
new:
  sources:
    herald-note: {title: A note, publisher: herald, kind: wire, lang: en, published: 2021-05-06, seen: {text: whole}}
  publishers:
    herald: {name: The Herald, kind: newspaper}
""",
    "meetings/2021-fish-talks.yaml": """\
title: Talks on fish
kind: series
status: occurred
date: 2021-02/2021-11
led_by:
  XA: [doe-jane]
  XR: [roe-ivan]
tallies:
  one-call: {unit: call, comparator: exactly, n: 1, window: 2021-05, includes: [2021-05-04-doe-roe-call]}
evidence:
- source: arcadia-readout-2022
  says: {status: occurred, date: 2021-02/2021-11}
  supports: [led_by.XA.doe-jane, led_by.XR.roe-ivan, tallies.one-call]
""",
    "readings/2021-05-04-doe-roe-call.yaml": """\
readings:
- {path: participants.XA.doe-jane, verdict: confirmed, source: arcadia-readout, read_on: 2022-01-02,
   method: model-excerpt}
- {path: participants.XA.fish, verdict: confirmed, read_on: 2022-01-02, method: model-excerpt}
""",
    "retired.yaml": "# never again\nold-call: {successor: 2021-05-04-doe-roe-call}\n",
    "codings/2021-05-04-doe-roe-call/a.yaml": """\
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
participants:
  XA: {doe-jane: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04}
  supports: [participants.XA.doe-jane]
""",
}
RICH["codings/2021-05-04-doe-roe-call/b.yaml"] = RICH["codings/2021-05-04-doe-roe-call/a.yaml"]
IDS = sorted(
    [path.stem for path in WORLD.glob("*/*.yaml")]
    + ["2021-05-04-doe-roe-call", "herald", "herald-note", "arcadia-ministry-press", "courier", "gazette"]
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Make a checkout in which records are mentioned in every way."""
    return made(tmp_path)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one such checkout for many tries, each of which leaves it as it was."""
    return made(tmp_path_factory.mktemp("shared"))


def made(root: Path) -> Path:
    """Write the checkout."""
    shutil.copytree(WORLD, root / "datasets")
    for name, text in RICH.items():
        (root / "datasets" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "datasets" / name).write_bytes(text.encode("utf-8"))
    (root / "datapackage.json").write_text("{}", "utf-8")
    return root


def bytes_of(root: Path) -> dict[str, bytes]:
    """Return the bytes of every file of a checkout, by path."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def bilat(cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a folder."""
    command = [sys.executable, "-m", "bilat", *arguments]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    run = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)

    assert "Traceback" not in run.stdout + run.stderr
    return run


def told(root: Path) -> list[str]:
    """Return all findings of a checkout."""
    return sorted(f"{one.location.path} {one.message}" for one in checking.check(root).findings)


def test_the_checkout_is_sound(checkout: Path) -> None:
    """What is renamed here has no fault of its own."""
    assert told(checkout) == []


@settings(max_examples=25, deadline=None)
@given(
    id_=st.sampled_from(IDS),
    new=st.one_of(
        st.from_regex(r"[a-z0-9]{1,9}(?:-[a-z0-9]{1,9}){0,3}", fullmatch=True),
        st.sampled_from(["n", "self", "fish", "useful", "one-call", "null", "true", "2021", "1e5", "a" * 64]),
    ),
)
def test_there_and_back_is_where_one_was(shared: Path, id_: str, new: str) -> None:
    """A record renamed and renamed back leaves every byte as it was; so does one whose new id is refused."""
    before = bytes_of(shared)
    try:
        upkeep.rename(shared, id_, new).carry_out(same=True)
    except Refused:
        assert before == bytes_of(shared)
        return

    assert before != bytes_of(shared)
    assert told(shared) == []
    upkeep.rename(shared, new, id_).carry_out(same=True)

    assert before == bytes_of(shared)


@pytest.mark.parametrize("id_", IDS)
def test_every_mention_follows_and_nothing_else(checkout: Path, id_: str) -> None:
    """The old id is nowhere to be resolved any more, the same lines stand in the same places, and nothing is found."""
    before = bytes_of(checkout)
    change = upkeep.rename(checkout, id_, "zz-other")
    change.carry_out(same=True)
    after = bytes_of(checkout)
    back = {change.moved.get(path, path) for path in before}

    assert told(checkout) == []
    assert back == after.keys()
    assert [data.count(b"\n") for data in before.values()] == [
        after[change.moved.get(path, path)].count(b"\n") for path in before
    ]


def test_what_has_an_id_of_its_own_keeps_it(checkout: Path) -> None:
    """An issue is renamed; an outcome and an unnamed person of the same id, words in texts, and comments are not."""
    run = bilat(checkout, "rename", "fish", "whales")
    text = (checkout / "datasets" / CALL).read_text("utf-8")
    expected = (
        RICH[CALL]
        .replace("issues: [fish-quotas, fish]", "issues: [fish-quotas, whales]")
        .replace("issue: fish}", "issue: whales}")
        .replace("{issues.fish: ", "{issues.whales: ")
        .replace("- issues.fish\n", "- issues.whales\n")
        .replace("omits: [issues.fish]", "omits: [issues.whales]")
        .replace("path: issues.fish,", "path: issues.whales,")
    )

    assert expected == text
    assert run.stdout == (
        "renamed fish to whales; 3 files changed:\n"
        "  datasets/issues/fish-quotas.yaml\n"
        "  datasets/issues/fish.yaml → datasets/issues/whales.yaml\n"
        f"  datasets/{CALL}\n"
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_a_meeting_takes_its_readings_and_drafts_along(checkout: Path) -> None:
    """What is named after a meeting is named after it still, and no empty folder stays."""
    bilat(checkout, "rename", "2021-05-04-doe-roe-call", "2021-05-04-fish-call")
    datasets = checkout / "datasets"

    assert [path.name for path in (datasets / "codings").iterdir()] == ["2021-05-04-fish-call"]
    assert [path.name for path in (datasets / "readings").iterdir()] == ["2021-05-04-fish-call.yaml"]
    assert "old-call: {successor: 2021-05-04-fish-call}\n" in (datasets / "retired.yaml").read_text("utf-8")


def test_an_organization_takes_its_positions_along(checkout: Path) -> None:
    """A position is organization/position wherever it is written, in quotes too."""
    bilat(checkout, "rename", "ruritania-ministry", "ruritania-office")

    assert "as: 'ruritania-office/minister'" in (checkout / "datasets" / CALL).read_text("utf-8")
    assert "roe-ivan.as: ruritania-office/minister\n" in (checkout / "datasets" / CALL).read_text("utf-8")


REFUSED = [
    (["rename", "doe-jan", "x"], "no record has the id `doe-jan`", "the nearest: `doe-jane`"),
    (["rename", "dataset", "x"], "no record has the id `dataset`", ""),
    (
        ["rename", "doe-jane", "roe-ivan"],
        "`roe-ivan` exists: datasets/participants/roe-ivan.yaml:1:1",
        "choose another",
    ),
    (["rename", "doe-jane", "old-call"], "`old-call` is retired and never names anything else", "choose another id"),
    (["rename", "doe-jane", "Doe"], "`Doe` is no id", "an id has up to 64 of a-z, 0-9 and single hyphens"),
    (["rename", "doe-jane", "2021"], "`2021` is no text in YAML", "choose an id with a letter"),
    (["rename", "doe-jane", "n"], "`n` has a meaning of its own in records", "choose another id"),
    (["rename", "gazette-report", "self"], "`self` has a meaning of its own in records", "choose another id"),
    (
        ["retire", "doe-jane", "--because", "No such person"],
        "`doe-jane` is referred to in 13 places, the first at",
        "name",
    ),
    (["retire", "doe-jane", "--into", "fish"], "`fish` cannot take its place", "name another record of the same kind"),
    (["retire", "doe-jane", "--into", "doe-jane"], "`doe-jane` is the same record", "name another record"),
    (["retire", "doe-jane", "--into", "poe-anna"], "there would be a new finding at", "nothing was changed"),
    (
        ["retire", "fish", "--into", "fish-quotas"],
        "datasets/issues/fish-quotas.yaml:3:10 refers to `fish`",
        "delete that",
    ),
    (
        ["retire", "herald-note", "--into", "gazette-report"],
        f"datasets/{CALL} holds `herald-note` under new:",
        "move it",
    ),
    (["retire", "doe-jane"], "say either --into ID2 or --because TEXT", ""),
]


@pytest.mark.parametrize(("arguments", "message", "help_"), REFUSED, ids=[" ".join(case[0][:4]) for case in REFUSED])
def test_what_is_refused_changes_nothing(checkout: Path, arguments: list[str], message: str, help_: str) -> None:
    """A refusal says why and what to do, and every byte stays."""
    before = bytes_of(checkout)
    run = bilat(checkout, *arguments)

    assert message in run.stderr
    assert help_ in run.stderr
    assert (run.returncode, run.stdout) == (2, "")
    assert before == bytes_of(checkout)


def test_a_file_that_cannot_be_read_stops_everything(checkout: Path) -> None:
    """Nobody knows to what a broken file refers, so nothing is renamed beside it."""
    (checkout / "datasets" / "issues" / "fish.yaml").write_text("lable: Fish\n", "utf-8")
    run = bilat(checkout, "rename", "doe-jane", "doe-janet")

    assert run.stderr.startswith("bilat: datasets/issues/fish.yaml:1:1 cannot be read: the field `label` of")
    assert run.returncode == 2


def test_an_id_that_something_names_already_is_not_taken(checkout: Path) -> None:
    """What was meant by an id that no record has would be taken for the renamed record, and go with it."""
    readings = checkout / "datasets" / "readings"
    readings.mkdir(exist_ok=True)
    entry = "readings:\n- {path: status, verdict: confirmed, read_on: 2021-05-04, method: model-excerpt}\n"
    (readings / "gone-call.yaml").write_text(entry, "utf-8")
    (checkout / "datasets" / "issues" / "fish-tails.yaml").write_text(
        "label: Tails\ndefinition: Ends.\nbroader: no-fish\n"
    )
    before = bytes_of(checkout)
    about, named = bilat(checkout, "rename", "fish", "gone-call"), bilat(checkout, "rename", "fish", "no-fish")

    assert "`gone-call` is what datasets/readings/gone-call.yaml is about" in about.stderr
    assert "datasets/issues/fish-tails.yaml:3:10 refers to `no-fish` already" in named.stderr
    assert (about.returncode, named.returncode) == (2, 2)
    assert before == bytes_of(checkout)


def test_an_id_in_escapes_is_refused_with_its_place(checkout: Path) -> None:
    """What cannot be exchanged letter by letter is left to a person."""
    path = checkout / "datasets" / "issues" / "fish-quotas.yaml"
    path.write_text(path.read_text("utf-8").replace("broader: fish", 'broader: "\\x66ish"'), "utf-8")
    run = bilat(checkout, "rename", "fish", "whales")

    assert "datasets/issues/fish-quotas.yaml:3:10 writes `fish` in a way that cannot be changed" in run.stderr


def test_trouble_while_files_are_put_in_place_leaves_all_as_it_was(checkout: Path) -> None:
    """If one file cannot be replaced, those before it are put back."""
    change = upkeep.rename(checkout, "doe-jane", "doe-janet")
    (checkout / "datasets" / "participants" / "doe-janet.yaml").mkdir()
    before = bytes_of(checkout)
    with pytest.raises(OSError, match="doe-janet"):
        change.carry_out(same=True)

    assert before == bytes_of(checkout)


def test_what_somebody_else_changes_meanwhile_is_not_lost(checkout: Path) -> None:
    """A file that is no longer what was read is left alone, and so are all others."""
    change = upkeep.rename(checkout, "doe-jane", "doe-janet")
    with (checkout / "datasets" / CALL).open("a", encoding="utf-8") as text:
        text.write("# by the way\n")
    before = bytes_of(checkout)
    with pytest.raises(Refused, match="changed by somebody else"):
        change.carry_out(same=True)

    assert before == bytes_of(checkout)


def test_a_published_id_is_kept_among_the_retired(checkout: Path) -> None:
    """Whoever cited an id of a release finds what it is called now; an id that was never released leaves no trace."""
    tables = checkout / "build" / "0.1.0" / "csv"
    tables.mkdir(parents=True)
    (tables / "participants.csv").write_text("id,name\ndoe-jane,Jane Doe\n", "utf-8")
    (checkout / "build" / "releases.json").write_text(
        json.dumps({"releases": [{"version": "0.1.0", "path": "0.1.0", "sha256sums": ""}]}), "utf-8"
    )
    unreleased = bilat(checkout, "rename", "poe-anna", "poe-ann")
    released = bilat(checkout, "rename", "doe-jane", "doe-janet")
    back = bilat(checkout, "rename", "doe-janet", "doe-jane")
    bilat(checkout, "rename", "doe-janet", "doe-joan")

    assert "retired.yaml" not in unreleased.stdout
    assert "note: doe-jane is published in 0.1.0: datasets/retired.yaml says that doe-janet took its" in released.stdout
    assert "`doe-jane` is retired and never names anything else: datasets/retired.yaml:3:1" in back.stderr
    assert (checkout / "datasets" / "retired.yaml").read_text("utf-8") == (
        "# never again\nold-call: {successor: 2021-05-04-doe-roe-call}\ndoe-jane: {successor: doe-joan}\n"
    )
    assert told(checkout) == []


def test_a_record_is_retired_into_another(checkout: Path) -> None:
    """Whatever referred to it refers to the other, its file is gone, and its id leads there."""
    run = bilat(checkout, "retire", "courier", "--into", "gazette")
    text = (checkout / "datasets" / "retired.yaml").read_text("utf-8")

    assert run.stdout == (
        "retired courier into gazette; 4 files changed:\n"
        f"  datasets/{CALL}\n"
        "  datasets/publishers.yaml\n"
        "  datasets/retired.yaml\n"
        "  datasets/sources/courier-report.yaml\n"
    )
    assert text == "# never again\nold-call: {successor: 2021-05-04-doe-roe-call}\ncourier: {successor: gazette}\n"
    assert "\ncourier:" not in (checkout / "datasets" / "publishers.yaml").read_text("utf-8")
    assert told(checkout) == []


def test_what_nothing_refers_to_is_retired_with_a_reason(checkout: Path) -> None:
    """A reason takes the place of a successor; without retired.yaml, it begins with this entry."""
    (checkout / "datasets" / "retired.yaml").unlink()
    run = bilat(checkout, "retire", "undated-leaflet", "--because", "It was: a forgery")
    text = (checkout / "datasets" / "retired.yaml").read_text("utf-8")

    assert "  datasets/sources/undated-leaflet.yaml (removed)\n" in run.stdout
    assert text == "undated-leaflet: {because: 'It was: a forgery'}\n"
    assert told(checkout) == []


def test_a_retired_id_names_nothing_again(checkout: Path) -> None:
    """A record that takes a retired id, and what refers to one, are found, by a check of the one file too."""
    datasets = checkout / "datasets"
    (datasets / "places" / "old-call.yaml").write_text("name: Old Call\ntype: country\ncountry: XD\n", "utf-8")
    (datasets / "retired.yaml").write_text(
        "old-call: {because: no use}\nold-pier: {successor: harbour-hall}\n", "utf-8"
    )
    hall = datasets / "places" / "low-hall.yaml"
    hall.write_text("name: Low Hall\ntype: venue\nnear: old-pier\n", "utf-8")
    run = bilat(checkout, "check", "datasets/places")

    assert "datasets/places/low-hall.yaml:3:7: error R06 `old-pier` is retired\n" in run.stdout
    assert "   help: write `harbour-hall` instead\n" in run.stdout
    assert "datasets/places/old-call.yaml:1:1: error R06 the id `old-call` is retired\n" in run.stdout
    assert "2 errors, 0 warnings\n" in run.stdout
