"""One row a published count beside what the dataset holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import tallies
from bilat.tabular.table import Row, above, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting, Tally
    from bilat.tabular.table import Cell

TRACE = {
    "meeting": above(2),
    "tally": itself(key=True),
    "unit": field("unit"),
    "comparator": field("comparator"),
    "n_reported": field("n"),
    "within": itself(key=True),
    "n_surely": itself(key=True),
    "n_possibly": itself(key=True),
    "missing_at_least": field("n"),
    "verdict": field("n"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each tally of each record."""
    for meeting in corpus.meetings.values():
        for tally in meeting.tallies.values():
            yield Row(_cells(corpus, meeting, tally), tally)


def _cells(corpus: Corpus, meeting: Meeting, tally: Tally) -> dict[str, Cell]:
    found = tallies.check(corpus, meeting, tally)
    return {
        "meeting": meeting.id,
        "tally": tally.id,
        "unit": tally.unit,
        "comparator": tally.comparator,
        "n_reported": tally.n,
        "within": found.within,
        "n_surely": found.surely,
        "n_possibly": found.possibly,
        "missing_at_least": found.missing,
        "verdict": found.verdict,
    }
