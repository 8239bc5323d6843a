"""The current release as an analyst loads it: types, equality with the files, and what plain CSV loses."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow.parquet as pq
import pytest
from pandas._libs.parsers import STR_NA_VALUES  # type: ignore[import-not-found]

import bilat
from bilat.access import states

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]
FOLDER = states.folder(None)
DTYPES = {"boolean": "boolean", "date": "datetime64[s]", "integer": "Int32", "number": "float64", "string": "str"}


def generator() -> ModuleType:
    """Load docs/generate.py, which says of each column what plain CSV loses."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATOR = generator()


@pytest.mark.parametrize("table", bilat.tables())
def test_a_table_loads_with_the_types_of_its_schema(table: str) -> None:
    """Days are datetimes, flags and whole numbers nullable, texts str; the frame knows its name and version."""
    frame = bilat.load(table)
    expected = {column.name: DTYPES[column.type] for column in bilat.describe(table).table.columns}

    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == expected
    assert frame.attrs == {"name": table, "version": bilat.data_version}


@pytest.mark.parametrize("table", bilat.tables())
def test_a_loaded_table_is_its_parquet_file(table: str) -> None:
    """Loading changes types and nothing else: every cell is that of the file."""
    frame = bilat.load(table)
    file = pq.read_table(FOLDER / "parquet" / f"{table}.parquet")

    for name in file.column_names:
        loaded = [None if pd.isna(value) else value for value in frame[name]]
        written = file.column(name).to_pylist()

        assert [value.date() if isinstance(value, pd.Timestamp) else value for value in loaded] == written


@pytest.mark.parametrize("table", bilat.tables())
def test_plain_csv_loses_only_what_the_manual_says(table: str) -> None:
    """A default pd.read_csv gives another type only to columns of which the table's page says so."""
    plain = pd.read_csv(FOLDER / "csv" / f"{table}.csv")
    loaded = bilat.load(table)
    same = {"Int32": "int64", "boolean": "bool", "str": "str", "float64": "float64", "datetime64[s]": "datetime64[s]"}
    changed = {name for name in loaded if str(plain[name].dtype) not in (same[str(loaded[name].dtype)], "object")}
    documented = {column.name for column in bilat.describe(table).table.columns if GENERATOR._loss(column)}

    assert changed - documented == set() or loaded.empty


@pytest.mark.parametrize("table", bilat.tables())
def test_no_text_is_taken_for_a_missing_value(table: str) -> None:
    """No id, code or text is among the words that pandas reads as missing, such as NA or null."""
    frame = bilat.load(table)
    texts = {value for name in frame for value in frame[name].dropna().astype(str) if frame[name].dtype == "str"}

    assert texts & set(STR_NA_VALUES) == set()
