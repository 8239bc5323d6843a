"""The first judge: pandera, over the compiled tables in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pandera.pandas as pa

from bilat.errors import BadContract
from bilat.package.breach import Breach
from bilat.tabular import expectations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pyarrow

    from bilat.tabular import Compiled


def judge(tables: Mapping[str, Compiled]) -> list[Breach]:
    """Return every breach in every table."""
    data = {name: table.data for name, table in tables.items()}
    lookup = referenced(tables)
    return [breach for name, table in tables.items() for breach in judge_one(table, data[name], lookup)]


def judge_one(table: Compiled, data: pyarrow.Table, lookup: expectations.Lookup) -> list[Breach]:
    """Return every breach in one table; `data` may be another table of the same shape."""
    frame = data.to_pandas(types_mapper=pd.ArrowDtype)
    contract = table.projection.contract
    try:
        expectations.schema(contract, lookup).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        return list(_breaches(contract.name, contract.key, error.failure_cases, data))
    return []


def referenced(tables: Mapping[str, Compiled]) -> dict[tuple[str, str], set[Any]]:
    """Return the values of every column that some foreign key refers to."""
    wanted = {
        (key.table, key.referenced[0]) for table in tables.values() for key in table.projection.contract.foreign_keys
    }
    return {(name, column): set(tables[name].data.column(column).to_pylist()) for name, column in sorted(wanted)}


def _breaches(table: str, key: tuple[str, ...], cases: pd.DataFrame, data: pyarrow.Table) -> Iterator[Breach]:
    """A failure without a row is a check that broke, which is our fault; a failure of a whole row is told once."""
    seen: set[tuple[int, str]] = set()
    for case in cases.to_dict("records"):
        if case["index"] is None or pd.isna(case["index"]):
            raise BadContract(f"a check of {table} did not run: {case['check']} on {case['column']}")
        row, check = int(case["index"]), str(case["check"])
        column = _column(case, key)
        if (row, _name(check)) not in seen or case["schema_context"] == "Column":
            seen.add((row, _name(check)))
            yield Breach(table, row, column, _name(check), data.column(column)[row].as_py())


def _column(case: dict[Any, Any], key: tuple[str, ...]) -> str:
    """Find the column: a check of order names its own, a repeated key is told at the key's last column."""
    check = str(case["check"])
    if check.startswith("order: "):
        return check.split()[1]
    return key[-1] if check.startswith("multiple_fields_uniqueness") else str(case["column"])


def _name(check: str) -> str:
    known = {"not_nullable": "required", "field_uniqueness": "unique", "multiple_fields_uniqueness": "primaryKey"}
    return known.get(check, check)
