"""Whose word a result is, and what a voice may rightly tell before the encounter."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bilat import checking, tabular

WORLD = Path(__file__).parent / "world"
CALL = """\
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
initiated_by: XA
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
outcomes:
  next-call: {type: decision-to-meet, by: both, text: They agree to speak again}
statements:
  useful: {type: assessment, valence: positive, text: The call was useful}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone, initiated_by: XA}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan, outcomes.next-call, statements.useful]
"""
BEFORE = """\
- source: gazette-report
  voice: roe-ivan
  said_on: 2021-05-03
  says: {initiated_by: XR, mode: video}
"""
AFTER = """\
- source: ruritania-readout
  supports: [outcomes.next-call]
"""
OUTLET = """\
- source: gazette-report
  supports: [statements.useful]
"""


def cells(tmp_path: Path, table: str, *more: str) -> dict[str, object]:
    """Compile the world with the call and more evidence, and return the call's row of a table."""
    shutil.copytree(WORLD, tmp_path / "datasets")
    (tmp_path / "datasets" / "meetings" / "call.yaml").write_text(CALL + "".join(more), "utf-8")
    compiled = tabular.compile_tables(checking.check(tmp_path).corpus)
    rows = compiled[table].data.to_pylist()
    return next(row for row in rows if "call" in (row.get("meeting"), row["id"]))


@pytest.mark.parametrize(
    ("more", "affirmed", "speaker"),
    [((), "XA", "arcadia-ministry"), ((AFTER,), "both", None)],
    ids=["one side", "both sides"],
)
def test_an_outcome_shows_who_affirms_it(
    tmp_path: Path, more: tuple[str, ...], affirmed: str, speaker: str | None
) -> None:
    """An outcome by both that one side alone tells of does not look like one that both affirm."""
    row = cells(tmp_path, "outcomes", *more)

    assert (affirmed, speaker) == (row["affirmed_by"], row["speaker"])


def test_an_outlet_beside_an_official_voice_leaves_no_single_speaker(tmp_path: Path) -> None:
    """What an outlet says too is still affirmed by the one side, but by nobody alone."""
    row = cells(tmp_path, "statements", OUTLET)

    assert (row["affirmed_by"], row["speaker"]) == ("XA", None)


def test_who_asked_is_contested_though_it_was_told_beforehand(tmp_path: Path) -> None:
    """A plan is overtaken by what came of it; who asked for a call is told before it, and stays contested."""
    shutil.copytree(WORLD, tmp_path / "datasets")
    (tmp_path / "datasets" / "meetings" / "call.yaml").write_text(CALL + BEFORE, "utf-8")

    assert checking.check(tmp_path).corpus.facts["call"].contested == ("initiated_by",)
