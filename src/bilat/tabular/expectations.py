"""The pandera schema of a table, derived from its Table Schema; raises on whatever it cannot carry over.

Columns stay Arrow types and nothing is coerced: coercion would turn a missing flag into False. What Table Schema
cannot say, that one column does not come before another, stands in ORDERED.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import pandera.pandas as pa

from bilat import contract
from bilat.errors import BadContract
from bilat.tabular import arrow

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from bilat.contract import Column, TableContract

    Lookup = Mapping[tuple[str, str], Collection[Any]]

# Pairs of columns of one table of which the first never exceeds the second; a missing one never fails.
ORDERED: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "meetings": (("date_start", "date_end"), ("duration_low", "duration_high")),
    "sources": (("published_start", "published_end"),),
    "tallies": (("window_start", "window_end"),),
    "tenures": (("date_start", "date_end"),),
}


def schema(table: TableContract, lookup: Lookup) -> pa.DataFrameSchema:
    """Return the pandera schema of a table; `lookup` holds the values of the columns that foreign keys refer to."""
    if any(len(key.columns) != 1 for key in table.foreign_keys):
        raise BadContract(f"a foreign key of {table.name} has several columns, which is not carried over")
    return pa.DataFrameSchema(
        {column.name: _column(column, table, lookup) for column in table.columns},
        checks=[in_order(*pair) for pair in ORDERED.get(table.name, ())],
        unique=list(table.key),
        report_duplicates="exclude_first",
        strict=True,
        ordered=True,
        name=table.name,
    )


def in_order(first: str, second: str) -> pa.Check:
    """Return a check over the whole frame that one column never exceeds another; what is missing never fails."""

    def holds(frame: pd.DataFrame) -> pd.Series[bool]:
        return (frame[first] <= frame[second]).fillna(True).astype(bool)

    return pa.Check(holds, error=f"order: {first} is not after {second}")


def _column(column: Column, table: TableContract, lookup: Lookup) -> pa.Column:
    return pa.Column(
        pd.ArrowDtype(arrow.arrow_type(column)),
        checks=[*_checks(column), *_references(column, table, lookup)],
        nullable=not column.required,
        unique=bool(column.constraints.get("unique")),
        report_duplicates="exclude_first",
        coerce=False,
        description=column.description,
    )


def _checks(column: Column) -> Iterator[pa.Check]:
    for name, value in column.constraints.items():
        if name not in _CONSTRAINTS:
            raise BadContract(f"no check is known for the constraint {name} of column {column.name}")
        if check := _CONSTRAINTS[name](value):
            yield check
    if column.vocabulary:
        terms = contract.vocabularies()[column.vocabulary].names
        yield pa.Check.isin(terms, error="enum")


def _references(column: Column, table: TableContract, lookup: Lookup) -> Iterator[pa.Check]:
    for key in table.foreign_keys:
        if key.columns == (column.name,) and (known := lookup.get((key.table, key.referenced[0]))) is not None:
            yield pa.Check.isin(list(known), error=f"reference: {key.table}.{key.referenced[0]}")


def _pattern(pattern: str) -> pa.Check:
    """Whole-text match; grouped so that an alternative cannot slip out."""
    return pa.Check.str_matches(f"^(?:{pattern})$", error="pattern")


_CONSTRAINTS: Final[dict[str, Callable[[Any], pa.Check | None]]] = {
    "required": lambda _: None,  # nullable says it
    "unique": lambda _: None,  # so does unique
    "minimum": lambda value: pa.Check.ge(value, error="minimum"),
    "maximum": lambda value: pa.Check.le(value, error="maximum"),
    "minLength": lambda value: pa.Check.str_length(min_value=value, error="minLength"),
    "pattern": _pattern,
}
