"""Which tables there are, and what one of them promises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilat import contract, suggest
from bilat.errors import UnknownTable

if TYPE_CHECKING:
    from bilat.contract import TableContract


@dataclass(frozen=True, slots=True)
class Description:
    """What a table promises; printed, it reads as a page."""

    table: TableContract

    def __str__(self) -> str:
        about = self.table
        head = [f"{about.name}: {about.description}", f"One row is {about.row}. Key: {', '.join(about.key)}."]
        width = max(len(column.name) for column in about.columns)
        rows = [f"  {column.name:<{width}}  {column.type:<7}  {column.description}" for column in about.columns]
        return "\n".join([*head, *(f"Note: {warning}" for warning in about.warnings), "", *rows])


def tables() -> list[str]:
    """Return the names of all tables, in alphabetical order."""
    return sorted(contract.tables())


def describe(table: str) -> Description:
    """Return what a table promises: what one row is, its key, its columns and what to mind.

    Raises:
        UnknownTable: No table has that name; the message names the nearest.

    >>> print(describe("sides").table.row)
    one side
    """
    return Description(known(table))


def known(table: str) -> TableContract:
    """Return the contract of a table.

    Raises:
        UnknownTable: No table has that name.
    """
    if table in contract.tables():
        return contract.tables()[table]
    near = suggest.nearest(table, tables())
    raise UnknownTable(
        f"no table is called `{table}`",
        f"the nearest: {suggest.phrase(near)}" if near else f"tables: {', '.join(tables())}",
    )
