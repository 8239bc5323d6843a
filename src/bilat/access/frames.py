"""Tables as data frames, with the types of their schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.access import states
from bilat.access.catalogue import known

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


def load(table: str, version: str | None = None) -> pd.DataFrame:
    """Return one table as a data frame, ready to group and join.

    One row is what `describe(table)` says it is. Days are `datetime64[s]`, whole numbers and flags nullable, texts
    `str`. A missing value means that no source says; it never means no, none or zero.

    Args:
        table: A name from `tables()`, such as "meetings".
        version: A release such as "0.1.0". Left out, the release inside the installed package (in a checkout, the
            newest): no network, and the same numbers until you upgrade. "dev" is what `bilat build` last made.

    Raises:
        UnknownTable: No table has that name; the message names the nearest.
        UnknownVersion: No such release is on this machine; `versions()` lists those that are.
        Unavailable: There is no release yet, or no build; the message says what to do.
    """
    name = known(table, version).name
    found = read(name, version)
    frame: pd.DataFrame = found.cast(_with_days(found.schema)).to_pandas()
    frame.attrs.update({"name": name, "version": version or states.current()})
    return frame


def read(table: str, version: str | None = None) -> pa.Table:
    """Return one table as Arrow, exactly as its Parquet file has it."""
    import pyarrow.parquet as pq

    return pq.read_table(states.folder(version) / "parquet" / f"{known(table, version).name}.parquet")


def _with_days(schema: pa.Schema) -> pa.Schema:
    """Days as timestamps: pandas compares only those with text such as "2021-07-01"."""
    import pyarrow as pa

    fields = [field.with_type(pa.timestamp("s")) if field.type == pa.date32() else field for field in schema]
    return pa.schema(fields, metadata=schema.metadata)
