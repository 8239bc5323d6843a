"""One row a place."""

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
    "type": field("type"),
    "country": field("country"),
    "part_of": field("part_of"),
    "near": field("near"),
    "lat": field("lat"),
    "lon": field("lon"),
    "wikidata": field("wikidata"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each place record."""
    for place in corpus.places.values():
        cells: dict[str, Cell] = {
            "id": place.id,
            "name": place.name,
            "type": place.type,
            "country": corpus.country_of(place.id),
            "part_of": place.part_of,
            "near": place.near,
            "lat": place.lat,
            "lon": place.lon,
            "wikidata": place.wikidata,
        }
        yield Row(cells, place)
