"""Which tables there are, and what one of them promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat import contract, suggest
from bilat.access import states
from bilat.errors import Unavailable, UnknownTable
from bilat.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilat.contract import TableContract


class Description(Frozen):
    """What a table promises; printed, it reads as a page."""

    table: TableContract

    def __str__(self) -> str:
        about = self.table
        head = [f"{about.name}: {about.description}", f"One row is {about.row}. Key: {', '.join(about.key)}."]
        width = max(len(column.name) for column in about.columns)
        rows = [f"  {column.name:<{width}}  {column.type:<7}  {column.description}" for column in about.columns]
        return "\n".join([*head, *(f"Note: {warning}" for warning in about.warnings), "", *rows])


def tables(version: str | None = None) -> list[str]:
    """Return the names of all tables of a release, in alphabetical order.

    Args:
        version: As for `load`: a release, "dev", or the release inside the installed package if left out.
    """
    return sorted(_contracts(version))


def describe(table: str, version: str | None = None) -> Description:
    """Return what a table promises in a release: what one row is, its key, its columns and what to mind.

    Args:
        table: A name from `tables()`, such as "meetings".
        version: As for `load`: a release, "dev", or the release inside the installed package if left out.

    Raises:
        UnknownTable: That release has no table of that name; the message names the nearest.

    >>> print(describe("sides").table.row)
    one side
    """
    return Description(known(table, version))


def known(table: str, version: str | None = None) -> TableContract:
    """Return the contract of a table as a release has it.

    Raises:
        UnknownTable: That release has no table of that name.
    """
    contracts = _contracts(version)
    if table in contracts:
        return contracts[table]
    if table in contract.tables():
        raise UnknownTable(
            f"release {version or states.current()} has no table `{table}`",
            'it belongs to a later one; in a checkout, run bilat build and use version="dev"',
        )
    near = suggest.nearest(table, list(contracts))
    raise UnknownTable(
        f"no table is called `{table}`",
        f"the nearest: {suggest.phrase(near)}" if near else f"tables: {', '.join(sorted(contracts))}",
    )


def _contracts(version: str | None) -> Mapping[str, TableContract]:
    """Return what a release froze; before the first one, what the next is to have.

    The release inside an installed package has no copy of its own: the schemas beside it are those it was made with.
    """
    try:
        frozen = states.folder(version) / "schemas"
    except Unavailable:
        return contract.tables()
    return contract.tables(frozen) if frozen.is_dir() else contract.tables()
