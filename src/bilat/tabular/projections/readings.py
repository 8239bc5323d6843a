"""One row a path of a record that was read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {
    "record": itself(),
    "number": itself(),
    "path": field("path"),
    "verdict": field("verdict"),
    "source": field("source"),
    "read_on": field("read_on"),
    "method": field("method"),
    "note": field("note"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each entry of each file of readings."""
    for reading in corpus.readings:
        cells: dict[str, Cell] = {
            "record": reading.id,
            "number": reading.number,
            "path": reading.path,
            "verdict": reading.verdict,
            "source": reading.source,
            "read_on": reading.read_on.earliest,
            "method": reading.method,
            "note": reading.note,
        }
        yield Row(cells, reading)
