"""One row a side of the dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus

TRACE = {
    "code": itself(key=True),
    "name": field("name"),
    "country": field("country"),
    "capital": field("capital"),
    "zone": field("zone"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each side of dataset.yaml."""
    for side in corpus.dataset.sides.values() if corpus.dataset else ():
        cells = {
            "code": side.code,
            "name": side.name,
            "country": side.country,
            "capital": side.capital,
            "zone": side.zone,
        }
        yield Row(cells, side)
