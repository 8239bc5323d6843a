"""A side gave a readout if a document of its own organ tells of the encounter, be it read itself or retold."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest

from bilat import corpus, records
from bilat.tabular.projections import meeting_sides

WORLD: Final = Path(__file__).parent / "world"
# The readout of Arcadia came out on the day after the call, its announcement on the day before.
CALL: Final = """\
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
new:
  sources:
    reprint:
      title: Readout of the call, reprinted
      publisher: courier
      kind: readout
      lang: en
      seen: {on: 2022-01-02, text: whole}
      relays: [{source: arcadia-readout, how: republishes}]
    preview:
      title: Doe is to call Roe
      publisher: courier
      kind: press-report
      lang: en
      seen: {on: 2022-01-02, text: whole}
      relays: [{source: arcadia-announcement, how: quotes}]
evidence:
"""

# Evidence, and the sides that have read it out.
EVIDENCE: Final = {
    "read itself": ("{source: arcadia-readout}", ["XA"]),
    "in a reprint": ("{source: reprint}", ["XA"]),
    "named as the way": ("{source: gazette-report, via: ruritania-readout, voice: ruritania-ministry}", ["XR"]),
    "what the reprinter adds": ("{source: reprint, via: self}", []),
    "the press alone": ("{source: gazette-report}", []),
    "an announcement": ("{source: arcadia-announcement}", []),
    "an announcement retold": ("{source: preview}", []),
}


@pytest.mark.parametrize(("item", "expected"), EVIDENCE.values(), ids=EVIDENCE)
def test_a_readout_may_be_read_itself_or_retold(tmp_path: Path, item: str, expected: list[str]) -> None:
    """Reprints and named ways lead to a side's own document; what came out before the encounter announces it."""
    shutil.copytree(WORLD, tmp_path / "datasets")
    says = item.replace("}", ", says: {status: occurred}}")
    (tmp_path / "datasets" / "meetings" / "call.yaml").write_text(f"{CALL}- {says}\n", "utf-8")
    found = corpus.resolve(records.read_tree(tmp_path / "datasets"))
    sides = [row.cells for row in meeting_sides.rows(found) if row.cells["meeting"] == "call"]

    assert [row["side"] for row in sides if row["readout"]] == expected
