"""The Arrow schema of a table, derived from its Table Schema; raises on whatever it cannot carry over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from bilat.errors import BadContract

if TYPE_CHECKING:
    from bilat.contract import Column, TableContract

TYPES: Final[dict[str, pa.DataType]] = {
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "integer": pa.int32(),
    "number": pa.float64(),
    "string": pa.string(),
}
# What a plain pandas.read_parquet is told to make of a column; without it, whole numbers with gaps become floats.
_PANDAS: Final = {
    "boolean": ("bool", "boolean"),
    "date": ("date", "object"),
    "integer": ("int32", "Int32"),
    "number": ("float64", "float64"),
    "string": ("unicode", "str"),
}


def schema(table: TableContract, version: str) -> pa.Schema:
    """Return the Arrow schema, with descriptions on fields and the table's own on the whole, keys sorted."""
    fields = [
        pa.field(column.name, arrow_type(column), nullable=not column.required, metadata=_of_column(column))
        for column in table.columns
    ]
    return pa.schema(fields, metadata=_of_table(table, version))


def arrow_type(column: Column) -> pa.DataType:
    """Return the Arrow type of a column.

    Raises:
        BadContract: The Table Schema uses a type that nothing here knows.
    """
    if column.type not in TYPES:
        raise BadContract(f"no Arrow type is known for {column.type} of column {column.name}")
    return TYPES[column.type]


def _of_column(column: Column) -> dict[str, str]:
    return {"description": column.description, **({"null": column.null} if column.null else {})}


def _of_table(table: TableContract, version: str) -> dict[str, str]:
    about = {
        "description": table.description,
        "key": list(table.key),
        "name": table.name,
        "row": table.row,
        "title": table.title,
        "version": version,
    }
    return {"bilat": _dump(about), "pandas": _dump(_footer(table, version))}


def _footer(table: TableContract, version: str) -> dict[str, Any]:
    columns = [
        {
            "field_name": column.name,
            "metadata": None,
            "name": column.name,
            "numpy_type": _PANDAS[column.type][1],
            "pandas_type": _PANDAS[column.type][0],
        }
        for column in table.columns
    ]
    return {
        "attributes": {"name": table.name, "version": version},
        "column_indexes": [],
        "columns": columns,
        "creator": {"library": "bilat", "version": "1"},
        "index_columns": [],
        "pandas_version": "2.2.0",
    }


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
