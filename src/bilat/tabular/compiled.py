"""One table with its rows in the order of their keys: as Arrow, and beside it where each row comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from bilat.errors import BadContract
from bilat.frozen import Frozen
from bilat.tabular import arrow

if TYPE_CHECKING:
    from bilat.corpus import Corpus
    from bilat.findings import Location
    from bilat.tabular.table import Projection, Row

DEV = "dev"


class Compiled(Frozen):
    """A compiled table. Row n of `data` is made of row n of `rows`."""

    projection: Projection
    data: pa.Table
    rows: tuple[Row, ...]
    version: str = DEV

    @property
    def name(self) -> str:
        """The name of the table."""
        return self.projection.contract.name

    def where(self, row: int, column: str) -> Location | None:
        """Return the line of YAML behind a cell."""
        return self.projection.where(self.rows[row], column)


def compiled(projection: Projection, corpus: Corpus, version: str = DEV) -> Compiled:
    """Compile one table from the corpus."""
    table = projection.contract
    rows = list(projection.rows(corpus))
    names = [column.name for column in table.columns]
    for row in rows[:1]:
        if set(row.cells) != set(names):
            raise BadContract(f"rows of {table.name} have other columns than its schema: {set(row.cells) ^ set(names)}")
    schema = arrow.schema(table, version)
    arrays = [pa.array([row.cells[name] for row in rows], type=schema.field(name).type) for name in names]
    # Arrow puts the cells in order: rows walked in any other order than that of their making are far apart in memory.
    order = sorted(range(len(rows)), key=lambda n: tuple(_ordered(rows[n].cells[name]) for name in table.key))
    data = pa.Table.from_arrays(arrays, schema=schema).take(pa.array(order, pa.int64()))
    return Compiled(projection, data, tuple(rows[n] for n in order), version)


def _ordered(cell: object) -> tuple[bool, str | int]:
    """Order text by code point and numbers by size, whatever the machine's language; a missing key comes first."""
    return (cell is not None, cell if isinstance(cell, int) else str(cell))
