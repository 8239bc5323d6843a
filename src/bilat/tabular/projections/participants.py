"""One row a person."""

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
    "native_name": field("names"),
    "wikidata": field("wikidata"),
    "born": field("born"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each participant record."""
    for person in corpus.participants.values():
        cells: dict[str, Cell] = {
            "id": person.id,
            "name": person.name,
            "native_name": next((name.text for name in person.names if name.kind == "native"), None),
            "wikidata": person.wikidata,
            "born": person.born.text if person.born else None,
        }
        yield Row(cells, person)
