"""One row a publisher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {
    "id": itself(key=True),
    "name": field("name"),
    "country": field("country"),
    "kind": field("kind"),
    "organization": field("organization"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each publisher."""
    for publisher in corpus.publishers.values():
        cells: dict[str, Cell] = {
            "id": publisher.id,
            "name": publisher.name,
            "country": publisher.country,
            "kind": publisher.kind,
            "organization": publisher.organization,
        }
        yield Row(cells, publisher)
