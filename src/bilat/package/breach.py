"""A cell that breaks the contract of its table, and the finding that leads back to the line it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.errors import BadContract
from bilat.findings import Finding
from bilat.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilat.tabular import Compiled


class Breach(Frozen):
    """One violated constraint: the row counts from 0; a value is None where the constraint is about its absence."""

    table: str
    row: int
    column: str
    constraint: str
    value: object = None


def finding(tables: Mapping[str, Compiled], breach: Breach, code: str) -> Finding:
    """Word a breach, pointing at the YAML from which the cell is made.

    Raises:
        BadContract: No record stands behind the table, so the fault is ours.
    """
    where = tables[breach.table].where(breach.row, breach.column)
    shown = "nothing" if breach.value is None else f"`{breach.value}`"
    message = f"{breach.table}.{breach.column} is {shown}, against its constraint {breach.constraint}"
    if where is None:
        raise BadContract(message)
    note = f"found in row {breach.row + 1} of the compiled table; the cell comes from this line"
    return Finding(code, where, message, note, "change the value here", field=breach.column)
