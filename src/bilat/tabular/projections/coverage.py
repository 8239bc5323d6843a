"""One row a search that was made for a part of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {
    "id": itself(key=True),
    "feed": field("feed"),
    "window": field("window"),
    "window_start": field("window"),
    "window_end": field("window"),
    "query": field("query"),
    "run_on": field("run_on"),
    "read": field("read"),
    "made": field("made"),
    "status": field("status"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each entry of coverage.yaml."""
    for search in corpus.searches.values():
        cells: dict[str, Cell] = {
            "id": search.id,
            "feed": search.feed,
            "window": search.window.text,
            "window_start": search.window.earliest,
            "window_end": search.window.latest,
            "query": search.query,
            "run_on": search.run_on.earliest,
            "read": search.read,
            "made": search.made,
            "status": search.status,
        }
        yield Row(cells, search)
