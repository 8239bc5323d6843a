"""What a table is on the way out: rows that know where they come from, and a trace from each column to its field."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bilat.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bilat.contract import TableContract
    from bilat.corpus import Corpus
    from bilat.findings import Location
    from bilat.records.model import Part

Cell = str | int | float | bool | date | None


class At(Frozen):
    """The field behind a column, seen from where the row stands: some levels up, then down; its key or its value."""

    below: tuple[str | int, ...] = ()
    up: int = 0
    key: bool = False


class Row(Frozen):
    """The cells of one row by column, and the part of a file that the row is made of.

    A trace of its own is for a row made of another kind of part than most rows of its table.
    """

    cells: Mapping[str, Cell]
    part: Part | None
    trace: Mapping[str, At] | None = None


class Projection(Frozen):
    """One table: its contract, the function that yields its rows, and the trace of its columns."""

    contract: TableContract
    rows: Callable[[Corpus], Iterator[Row]]
    trace: Mapping[str, At]

    def where(self, row: Row, column: str) -> Location | None:
        """Return the line of YAML that a cell comes from; None for a table that no record stands behind."""
        if row.part is None:
            return None
        at = (row.trace or self.trace)[column]
        pointer = row.part.pointer
        above = pointer[: len(pointer) - at.up] if at.up else pointer
        return row.part.document.at((*above, *at.below), key=at.key)


def field(*below: str | int) -> At:
    """The value of a field below the row."""
    return At(below)


def itself(*, key: bool = False) -> At:
    """The thing that the row stands for, or its key."""
    return At(key=key)


def above(levels: int, *below: str | int, key: bool = False) -> At:
    """A field outside of the row: some levels up, then down."""
    return At(below, levels, key)
