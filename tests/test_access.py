"""What an analyst gets: tables with their types, what they promise, and who says what."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pandas as pd
import pytest

import bilat
from bilat import checking, contract, tabular
from bilat.access import states
from bilat.errors import Unavailable, UnknownRecord, UnknownTable, UnknownVersion
from bilat.package import folder

if TYPE_CHECKING:
    from collections.abc import Callable

WORLD: Final = Path(__file__).parent / "world"
ABOUT: Final = {"name": "fish", "title": "Fish", "licenses": [{"name": "CC0-1.0"}]}
CALL: Final = "2021-05-04-doe-roe-quota-call"
MORE: Final = {
    f"meetings/{CALL}.yaml": """\
title: Doe calls Roe about quotas
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
duration: 30/45
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
outcomes:
  next-call:
    type: decision-to-meet
    text: Another call in June
evidence:
- source: quota-readout
  said_on: 2021-05-05
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan, outcomes.next-call]
- source: quota-story
  at: p2
  certainty: hedged
  as_printed: {duration: the better part of an hour}
  says: {duration: 30/45}
- source: quota-story
  via: quota-wire
  voice: {anonymous: an official on the line, side: XR}
  said_on: 2021-05-05
  says: {date: 2021-05}
  denies: [outcomes.next-call]
- source: quota-story
  via: self
  because: Its reporter sat beside her.
  says: {duration: 40}
- because: The Minister was abroad on the day before.
  infers: {mode: phone}
""",
    "sources/quota-readout.yaml": """\
title: Readout of the quota call
publisher: arcadia-ministry-press
kind: readout
lang: en
published: 2021-05-05
seen: {on: 2022-01-02, text: whole}
""",
    "sources/quota-wire.yaml": """\
title: Ministers speak of quotas
publisher: gazette
kind: wire
lang: en
seen: {on: 2022-01-02, text: whole}
relays:
- {source: quota-readout, how: quotes}
""",
    "sources/quota-story.yaml": """\
title: Quotas by telephone
publisher: courier
kind: press-report
lang: en
published: 2021-05-06
seen: {on: 2022-01-02, text: whole}
relays:
- {source: quota-wire, how: summarises}
- {source: quota-readout, how: cites}
""",
}
OF_DURATION: Final = """\
2021-05-04-doe-roe-quota-call · Doe calls Roe about quotas
duration = 30/45

  asserts 30/45 (agrees): courier (journalist, 2021-05-06)
    hedged, printed as “the better part of an hour”
    in Quotas by telephone [quota-story, 2021-05-06, p2]
      cites
      └ Readout of the quota call [quota-readout, 2021-05-05]
      summarises
      └ Ministers speak of quotas [quota-wire, undated]
        quotes
        └ Readout of the quota call [quota-readout, 2021-05-05]
    rests on: arcadia-ministry, courier, gazette

  asserts 40 (agrees): courier (journalist, 2021-05-06)
    stated
    because: Its reporter sat beside her.
    in Quotas by telephone [quota-story, 2021-05-06]
    rests on: courier"""
OF_MODE: Final = """\
2021-05-04-doe-roe-quota-call · Doe calls Roe about quotas
mode = phone

  asserts phone (agrees): arcadia-ministry (named organization, XA, 2021-05-05)
    stated
    in Readout of the quota call [quota-readout, 2021-05-05]
    rests on: arcadia-ministry

  asserts phone (agrees): our inference
    stated
    because: The Minister was abroad on the day before.
    rests on: nobody, it is our inference"""
VIA_WIRE: Final = """\
    in Quotas by telephone [quota-story, 2021-05-06]
      summarises
      └ Ministers speak of quotas [quota-wire, undated]
        quotes
        └ Readout of the quota call [quota-readout, 2021-05-05]
    rests on: """


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a checkout of the invented world whose build/dev is built."""
    root = tmp_path_factory.mktemp("access")
    shutil.copytree(WORLD, root / "datasets")
    for name, text in MORE.items():
        (root / "datasets" / name).write_text(text, "utf-8")
    (root / "datapackage.json").write_text(json.dumps(ABOUT), "utf-8")
    checked = checking.check(root)
    assert [str(found) for found in checked.findings] == []
    (root / "build" / "dev").mkdir(parents=True)
    folder.write(tabular.compile_tables(checked.corpus), root, root / "build" / "dev")
    return root


@pytest.fixture
def here(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in that checkout."""
    monkeypatch.chdir(checkout)
    return checkout


@pytest.fixture
def unbuilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a checkout in which nothing was built."""
    shutil.copytree(WORLD, tmp_path / "datasets")
    (tmp_path / "datapackage.json").write_text(json.dumps(ABOUT), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(root: Path, *arguments: str) -> tuple[int, str, str]:
    """Run the command line in a folder; return its exit code, what it printed and what it complained of."""
    command = [sys.executable, "-m", "bilat", *arguments]
    ran = subprocess.run(command, cwd=root, env={**os.environ, "PYTHONUTF8": "1"}, capture_output=True, check=False)
    return ran.returncode, ran.stdout.decode(), ran.stderr.decode()


def test_a_loaded_table_has_the_types_of_its_schema(here: Path) -> None:
    """Days are datetime64[s], whole numbers and flags nullable, texts str, whatever is missing."""
    types = {"boolean": "boolean", "date": "datetime64[s]", "integer": "Int32", "number": "float64", "string": "str"}

    for name, table in contract.tables().items():
        frame = bilat.load(name, "dev")

        assert {c.name: types[c.type] for c in table.columns} == {str(k): str(v) for k, v in frame.dtypes.items()}
        assert {"name": name, "version": "dev"} == frame.attrs
        assert isinstance(frame.index, pd.RangeIndex)


def test_a_loaded_table_is_ready_to_use(here: Path) -> None:
    """Days compare with text, flags filter, and what is missing stays missing."""
    meetings = bilat.load("meetings", version="dev")
    may = meetings[meetings["counted"] & (meetings["date_start"] > "2021-05-01")]

    assert may["id"].tolist() == [CALL]
    assert may["duration_low"].tolist() == [30]
    assert may["place"].isna().all()
    assert may["part_of"].isna().all()
    assert may["date_start"].dt.month.tolist() == [5]


def test_a_plain_reader_gets_types_too(here: Path) -> None:
    """pandas.read_parquet alone gives nullable whole numbers and flags, text, and the table's name and version."""
    frame = pd.read_parquet(here / "build" / "dev" / "parquet" / "meetings.parquet")

    assert {name: str(frame[name].dtype) for name in ("duration_low", "counted", "title")} == {
        "duration_low": "Int32",
        "counted": "boolean",
        "title": "str",
    }
    assert frame.attrs == {"name": "meetings", "version": "dev"}


def test_tables_of_a_build_are_those_of_the_contract(here: Path) -> None:
    """tables() names every table, in alphabetical order."""
    assert sorted(contract.tables()) == bilat.tables("dev")


def test_tables_of_a_release_are_those_it_has() -> None:
    """An old release has the tables of its own time, and no other."""
    released = sorted(path.stem for path in (states.folder("0.1.0") / "parquet").iterdir())

    assert released == bilat.tables("0.1.0")


def test_a_table_of_a_later_release_is_told_from_a_slip() -> None:
    """Whoever asks an old release for a table that came later hears that, not the name of another table."""
    with pytest.raises(UnknownTable, match=r"^release 0\.1\.0 has no table `credits`$") as caught:
        bilat.load("credits", "0.1.0")

    assert caught.value.help.startswith("it belongs to a later one")


def test_a_description_reads_as_a_page() -> None:
    """describe() prints what a table is, one row, its key, what to mind, and every column."""
    expected = """\
source_authors: The authors of documents as the documents name them, in their order.
One row is one author of one document. Key: source, number.

  source  string   Id of the document that the author wrote or helped to write.
  number  integer  The place of the author in the document's order, from 1.
  author  string   One person or body, as the document itself names its author."""

    assert expected == str(bilat.describe("source_authors"))
    assert "Note: A missing value means that no source says" in str(bilat.describe("meetings"))


@pytest.mark.parametrize("call", [bilat.load, bilat.describe], ids=["load", "describe"])
@pytest.mark.parametrize(
    ("name", "help_"), [("meeting", "the nearest: `meetings`"), ("Claims", "the nearest: `claims`")]
)
def test_an_unknown_table_is_told_with_the_nearest(call: Callable[[str], object], name: str, help_: str) -> None:
    """A slip in the name of a table is answered with the table that was meant."""
    with pytest.raises(UnknownTable, match=f"^no table is called `{name}`$") as caught:
        call(name)

    assert caught.value.help.startswith(help_)


def test_a_table_unlike_any_is_told_with_all() -> None:
    """A name that resembles no table is answered with the list of tables."""
    with pytest.raises(UnknownTable) as caught:
        bilat.load("xyz")

    assert f"tables: {', '.join(bilat.tables())}" == caught.value.help


def test_an_unknown_version_is_refused(here: Path) -> None:
    """A release that does not exist is never replaced by another state."""
    with pytest.raises(UnknownVersion, match=r"^no release 99\.0\.0 is on this machine$"):
        bilat.load("meetings", "99.0.0")


@pytest.mark.parametrize(("field", "page"), [("duration", OF_DURATION), ("mode", OF_MODE)])
def test_a_value_is_explained_to_its_origins(here: Path, field: str, page: str) -> None:
    """An explanation gives the value, each claim with its voice, document and chain, and what it may rest on."""
    assert page == str(bilat.explain(CALL, field, "dev"))


def test_a_statement_that_came_through_one_document_shows_that_chain(here: Path) -> None:
    """Where a claim says through which document it came, the others are left out; of members no value is preferred."""
    page = str(bilat.explain(CALL, "outcomes", "dev"))

    assert page.startswith(f"{CALL} · Doe calls Roe about quotas\noutcomes\n\n")
    assert VIA_WIRE in page


def test_without_a_field_the_status_is_explained(here: Path) -> None:
    """An explanation of a record alone is that of its status."""
    assert str(bilat.explain(CALL, "status", "dev")) == str(bilat.explain(CALL, version="dev"))


@pytest.mark.parametrize(
    ("id_", "field", "message", "help_"),
    [
        (
            "2021-05-04-doe-roe-qouta-call",
            "mode",
            "no meeting record has the id `2021-05-04-doe-roe-qouta-call`",
            f"the nearest: `{CALL}`",
        ),
        (CALL, "duraton", f"nobody says anything about `duraton` of {CALL}", "there are claims about: `duration`"),
        (
            CALL,
            "weather",
            f"nobody says anything about `weather` of {CALL}",
            "there are claims about: date, duration, mode, outcomes, participants, status",
        ),
    ],
    ids=["record", "field", "unlike-any"],
)
def test_what_cannot_be_explained_is_told_with_the_nearest(
    here: Path, id_: str, field: str, message: str, help_: str
) -> None:
    """A slip in an id or field is answered with what was meant."""
    with pytest.raises(UnknownRecord) as caught:
        bilat.explain(id_, field, "dev")

    assert (message, help_) == (str(caught.value), caught.value.help)


def test_the_command_prints_the_same_explanation(checkout: Path) -> None:
    """`bilat explain` in a checkout prints what the function returns, of the last build."""
    assert (0, f"{OF_MODE}\n", "") == run(checkout, "explain", CALL, "mode")


def test_what_was_not_built_is_said_to_be_so(unbuilt: Path) -> None:
    """Without build/dev the answer is how to make it."""
    for ask in (lambda: bilat.load("meetings", "dev"), lambda: bilat.explain(CALL, "mode", "dev")):
        with pytest.raises(Unavailable, match=r"^build/dev does not exist$") as caught:
            ask()

        assert caught.value.help == "run: bilat build"


def test_a_process_says_so_in_two_lines(unbuilt: Path) -> None:
    """The command ends with 2, one line and its help on stderr, and no traceback."""
    expected = (2, "", "bilat: build/dev does not exist\nhelp: run: bilat build\n")

    assert expected == run(unbuilt, "explain", CALL, "mode")


def test_loading_needs_nothing_of_the_curators(here: Path) -> None:
    """Loading and explaining import no judge, no YAML and no JSON Schema."""
    script = (
        f"import sys, bilat; bilat.load('meetings', 'dev'); bilat.explain({CALL!r}, 'mode', 'dev'); print(*sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", script], cwd=here, capture_output=True, text=True, check=True)
    heavy = {"pandera", "frictionless", "yaml", "jsonschema_rs", "bilat.records", "bilat.corpus", "bilat.tabular"}

    assert set() == heavy & set(ran.stdout.split())
