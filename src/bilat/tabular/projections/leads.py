"""One row a contact that no source supports well enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {
    "id": itself(key=True),
    "title": field("title"),
    "window": field("window"),
    "window_start": field("window"),
    "window_end": field("window"),
    "heard": field("heard"),
    "because": field("because"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each entry of leads.yaml."""
    for lead in corpus.leads.values():
        cells: dict[str, Cell] = {
            "id": lead.id,
            "title": lead.title,
            "window": lead.window.text,
            "window_start": lead.window.earliest,
            "window_end": lead.window.latest,
            "heard": lead.heard,
            "because": lead.because,
        }
        yield Row(cells, lead)
