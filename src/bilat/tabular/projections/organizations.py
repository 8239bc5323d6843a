"""One row an organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {
    "id": itself(),
    "name": field("name"),
    "country": field("country"),
    "side": field("country"),
    "kind": field("kind"),
    "part_of": field("part_of"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each organization record."""
    for body in corpus.organizations.values():
        cells: dict[str, Cell] = {
            "id": body.id,
            "name": body.name,
            "country": body.country,
            "side": corpus.side_of_organization(body.id),
            "kind": body.kind,
            "part_of": body.part_of,
        }
        yield Row(cells, body)
