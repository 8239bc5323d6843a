"""The third look: each Parquet file holds exactly what its CSV says when it is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from bilat.errors import BadContract
from bilat.package.breach import Breach

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def judge(written: Path) -> list[Breach]:
    """Return every cell at which the two files of a table differ.

    Raises:
        BadContract: They are not even of one shape.
    """
    return [breach for path in sorted((written / "parquet").glob("*.parquet")) for breach in _table(path, written)]


def _table(path: Path, written: Path) -> Iterator[Breach]:
    typed = pq.read_table(path)
    try:
        text = read_csv(written / "csv" / f"{path.stem}.csv", typed.schema)
    except (OSError, pa.ArrowInvalid) as error:
        raise BadContract(f"the CSV of {path.stem} cannot be read: {error}") from error
    if (typed.column_names, typed.num_rows) != (text.column_names, text.num_rows):
        raise BadContract(f"Parquet and CSV of {path.stem} differ in their columns or number of rows")
    for name in typed.column_names:
        if not typed.column(name).combine_chunks().equals(text.column(name).combine_chunks()):
            pairs = zip(typed.column(name).to_pylist(), text.column(name).to_pylist(), strict=True)
            for row, (one, two) in enumerate(pairs):
                if one != two:
                    yield Breach(path.stem, row, name, "same in Parquet and CSV", two)


def read_csv(path: Path, schema: pa.Schema) -> pa.Table:
    """Read a CSV of ours with the types of its schema; only an empty cell without quotes is missing."""
    convert = pacsv.ConvertOptions(
        column_types=dict(zip(schema.names, schema.types, strict=True)),
        null_values=[""],
        strings_can_be_null=True,
        quoted_strings_can_be_null=False,
        true_values=["true"],
        false_values=["false"],
    )
    return pacsv.read_csv(path, convert_options=convert, parse_options=pacsv.ParseOptions(newlines_in_values=True))
