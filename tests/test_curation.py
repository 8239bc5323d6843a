"""What became of every research note, and the historian's lists that the records are compared with."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bilat import checking

if TYPE_CHECKING:
    from bilat.corpus import Corpus

ROOT = Path(__file__).parents[1]
CURATION = ROOT / "docs" / "curation"
FATES = ("record", "series", "outcome", "statement", "tally", "lead", "out")
RULE = re.compile(r"^\| (N\d) \|", re.MULTILINE)


def rows(name: str) -> list[dict[str, str]]:
    """Read one of the lists."""
    with (CURATION / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Resolve the dataset as it stands."""
    return checking.check(ROOT).corpus


def stands(corpus: Corpus, fate: str, target: str) -> bool:
    """Say whether what a note became is there."""
    if fate == "out":
        return target in RULE.findall((ROOT / "docs" / "codebook" / "inclusion.md").read_text("utf-8"))
    if fate == "lead":
        return target in corpus.leads
    record, _, part = target.partition("#")
    meeting = corpus.meetings.get(record)
    field, _, key = part.partition(".")
    return meeting is not None and (not part or key in getattr(meeting, field, ()))


def test_every_note_has_one_fate() -> None:
    """A key stands once in its slice, with a fate of the list and a reason."""
    keys = [(row["slice"], row["key"]) for row in rows("notes.csv")]

    assert len(set(keys)) == len(keys)
    assert {row["fate"] for row in rows("notes.csv")} <= set(FATES)
    assert [row["key"] for row in rows("notes.csv") if not row["because"].strip()] == []


def test_what_a_note_became_is_there(corpus: Corpus) -> None:
    """Each record, part, lead and rule that the list names exists."""
    gone = [row["key"] for row in rows("notes.csv") if not stands(corpus, row["fate"], row["target"])]

    assert gone == []


def test_the_historians_rows_are_of_the_window() -> None:
    """The comparison is with trips that touch the window, each once."""
    listed = rows("historian.csv")

    assert len({row["id"] for row in listed}) == len(listed)
    assert [row["id"] for row in listed if row["start"] > "2022-02-24" or row["end"] < "2021-01-20"] == []
    assert {row["names_russia"] for row in listed} == {"yes", "no"}
