"""A hash of what a table says, whatever program and version wrote the file that says it."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from importlib import metadata
from typing import TYPE_CHECKING, Any, Final

import pyarrow.parquet as pq

from bilat.package import folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pyarrow as pa

    from bilat.tabular import Compiled

FILE: Final = "provenance.json"
# What decides the bytes of the files: whoever rebuilds a release needs these versions.
WRITERS: Final = ("frictionless", "pandas", "pandera", "pyarrow")


def of(table: pa.Table) -> str:
    """Return the hash of a table: its column names, then each row as a line of JSON, in the order of the table."""
    digest = hashlib.sha256()
    names = table.column_names
    digest.update(_line(names))
    for row in table.to_pylist():
        digest.update(_line([row[name] for name in names]))
    return f"sha256:{digest.hexdigest()}"


def write(tables: Mapping[str, Compiled], draft: Path) -> None:
    """Write the hash of each table, and what the files were written with."""
    found = {
        "content": {name: of(table.data) for name, table in sorted(tables.items())},
        "rows": {name: table.data.num_rows for name, table in sorted(tables.items())},
        "written_with": {name: metadata.version(name) for name in WRITERS},
    }
    folder.write_json(found, draft / FILE)


def recorded(release: Path) -> dict[str, str]:
    """Return the hashes that a release was published with."""
    found: dict[str, dict[str, str]] = json.loads((release / FILE).read_text("utf-8"))
    return found["content"]


def of_file(path: Path) -> str:
    """Return the hash of what a Parquet file says."""
    return of(pq.read_table(path))


def _line(values: list[Any]) -> bytes:
    return (json.dumps(values, ensure_ascii=False, default=_iso) + "\n").encode()


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a cell of type {type(value).__name__} has no canonical form")
