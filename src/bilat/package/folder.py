"""The folder of a package: CSV, Parquet, schemas, descriptor; written aside, then renamed into place."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from bilat import contract
from bilat.errors import BilatError
from bilat.package import descriptor
from bilat.tabular.compiled import DEV

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pyarrow as pa

    from bilat.tabular import Compiled


_MADE: Final = {"csv", "datapackage.json", "parquet", "schemas", ".DS_Store"}  # the last by a Mac that looked


@contextlib.contextmanager
def aside(out: Path) -> Iterator[Path]:
    """Give an empty folder beside the one to be made; it is gone afterwards unless it was published.

    Raises:
        BilatError: Something other than a package stands where the folder is to be.
    """
    if out.exists() and not _is_package(out):
        raise BilatError(f"{out} holds something other than a package", "name a folder that does not exist yet")
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def publish(draft: Path, out: Path) -> None:
    """Put the folder in its place; an older one is moved away first and deleted last."""
    draft.chmod(0o755)
    old = draft.with_name(f"{draft.name}-old")
    if out.exists():
        out.rename(old)
    try:
        draft.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _is_package(out: Path) -> bool:
    """Say whether a folder is empty or one of ours, so that replacing it loses nothing that anybody wrote."""
    return out.is_dir() and {found.name for found in out.iterdir()} <= _MADE


def write(tables: Mapping[str, Compiled], root: Path, draft: Path) -> None:
    """Write all files of the package into an empty folder."""
    for name in ("csv", "parquet", "schemas"):
        (draft / name).mkdir()
    for name, table in tables.items():
        write_csv(table.data, draft / "csv" / f"{name}.csv")
        write_parquet(table.data, table.projection.contract.key, draft / "parquet" / f"{name}.parquet")
        write_json(contract.table_descriptor(name), draft / "schemas" / f"{name}.schema.json")
    write_json(descriptor.package(_about(root), list(tables), draft, _version(tables)), draft / "datapackage.json")


def _version(tables: Mapping[str, Compiled]) -> str | None:
    """Return the release that the tables were compiled for; None if for none."""
    versions = {table.version for table in tables.values()} - {DEV}
    return next(iter(versions), None)


def _about(root: Path) -> dict[str, Any]:
    """Read what people wrote about the dataset."""
    path = root / "datapackage.json"
    try:
        found: dict[str, Any] = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise BilatError(f"datapackage.json cannot be read: {error}", f"mend {path}") from error
    return found


def write_csv(data: pa.Table, path: Path) -> None:
    """Write CSV in which text is quoted and what is missing is empty without quotes."""
    pacsv.write_csv(data, path)


def write_parquet(data: pa.Table, key: tuple[str, ...], path: Path) -> None:
    """Write Parquet: one row group, zstd, checksums, and the order of the rows declared."""
    sorting = pq.SortingColumn.from_ordering(data.schema, [(name, "ascending") for name in key])
    pq.write_table(
        data,
        path,
        compression="zstd",
        row_group_size=max(data.num_rows, 1),
        sorting_columns=sorting,
        write_page_checksum=True,
        write_page_index=True,
    )


def write_json(value: object, path: Path) -> None:
    """Write JSON for people: indented, Unicode as it is, one line end."""
    path.write_bytes((json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode())
