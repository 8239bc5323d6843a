"""One row a tally of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, above, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {
    "meeting": above(2),
    "id": itself(key=True),
    "unit": field("unit"),
    "comparator": field("comparator"),
    "n": field("n"),
    "window": field("window"),
    "window_start": field("window"),
    "window_end": field("window"),
    "side": field("side"),
    "place": field("place"),
    "tier": field("tier"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each tally."""
    for meeting in corpus.meetings.values():
        for tally in meeting.tallies.values():
            cells: dict[str, Cell] = {
                "meeting": meeting.id,
                "id": tally.id,
                "unit": tally.unit,
                "comparator": tally.comparator,
                "n": tally.n,
                "window": tally.window.text,
                "window_start": tally.window.earliest,
                "window_end": tally.window.latest,
                "side": tally.side,
                "place": tally.place,
                "tier": tally.tier,
            }
            yield Row(cells, tally)
