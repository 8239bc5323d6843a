"""What a release changes in the one before it, table by table and record by record, for people to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import pyarrow as pa

    from bilat.tabular import Compiled

    Rows = dict[tuple[Any, ...], dict[str, Any]]


def page(tables: Mapping[str, Compiled], version: str, previous: Path | None) -> str:
    """Return CHANGES.md: everything is new in a first release, else what differs from the previous one."""
    lines = _first(tables) if previous is None else _since(tables, previous)
    return "\n".join([f"# Changes in {version}", "", *lines]) + "\n"


def _first(tables: Mapping[str, Compiled]) -> Iterator[str]:
    meetings = tables["meetings"].data.to_pylist()
    counted = sum(row["counted"] for row in meetings)
    yield (
        f"First release: {len(meetings)} records, {counted} of them counted contacts, with"
        f" {tables['claims'].data.num_rows:,} claims from {tables['sources'].data.num_rows} documents."
    )
    yield ""
    yield from (f"* `{row['id']}`: {row['title']}" for row in meetings)


def _since(tables: Mapping[str, Compiled], previous: Path) -> Iterator[str]:
    yield f"Compared with {previous.name}, by key."
    yield from ("", "| table | added | removed | changed |", "|---|---:|---:|---:|")
    for name, table in sorted(tables.items()):
        path = previous / "parquet" / f"{name}.parquet"
        old = _rows(pq.read_table(path), table) if path.is_file() else {}
        new = _rows(table.data, table)
        changed = [key for key in old.keys() & new.keys() if old[key] != new[key]]
        counts = (len(new.keys() - old.keys()), len(old.keys() - new.keys()), len(changed))
        if any(counts):
            yield f"| {name} | {counts[0]} | {counts[1]} | {counts[2]} |"
    yield ""
    yield from _records(tables["meetings"], previous)


def _records(meetings: Compiled, previous: Path) -> Iterator[str]:
    old = _rows(pq.read_table(previous / "parquet" / "meetings.parquet"), meetings)
    new = _rows(meetings.data, meetings)
    for key in sorted(old.keys() | new.keys()):
        if key not in old:
            yield f"* added `{key[0]}`: {new[key]['title']}"
        elif key not in new:
            yield f"* removed `{key[0]}`: {old[key]['title']}"
        else:
            yield from _fields(key[0], old[key], new[key])


def _fields(record: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    for name in sorted(old.keys() & new.keys()):
        if old[name] != new[name]:
            yield f"* changed `{record}`: {name} from {old[name]} to {new[name]}"


def _rows(data: pa.Table, table: Compiled) -> Rows:
    key = table.projection.contract.key
    return {tuple(row[name] for name in key): row for row in data.to_pylist()}
