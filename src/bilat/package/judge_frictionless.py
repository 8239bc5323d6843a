"""The second judge: frictionless, over the CSV and the descriptor as they were written."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Final

from frictionless import Package, system

from bilat.errors import BadContract
from bilat.package.breach import Breach

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

_QUOTED: Final = re.compile(r'"([^"]*)"')


def judge(written: Path) -> list[Breach]:
    """Return every breach that frictionless finds in a package folder.

    Raises:
        BadContract: It finds fault with the package itself, not with a cell.
    """
    logging.getLogger("frictionless").setLevel(logging.ERROR)
    with system.use_context(trusted=False, onerror="ignore"):
        report = Package(str(written / "datapackage.json")).validate()
    if report.errors:
        raise BadContract(f"frictionless cannot read the package: {report.errors[0].note}")
    return [_breach(task.name, error) for task in report.tasks for error in task.errors]


def _breach(table: str, error: Any) -> Breach:  # noqa: ANN401 - frictionless has no types for its errors
    number = getattr(error, "row_number", None)
    if number is None:
        raise BadContract(f"frictionless finds fault with {table}: {error.note}")
    row = number - 2  # the header is row 1
    if error.type in ("primary-key", "foreign-key"):
        return _key(table, row, error)
    name = re.search(r'constraint "(\w+)"', error.note)
    value = getattr(error, "cell", None) or None
    return Breach(table, row, getattr(error, "field_name", ""), name[1] if name else error.type, value)


def _key(table: str, row: int, error: Any) -> Breach:  # noqa: ANN401
    """A key names its columns in its note; the last one is where a repeated row differs first from its neighbours."""
    names = error.field_names if error.type == "foreign-key" else error.to_descriptor().get("fieldNames", [])
    column = (names or _QUOTED.findall(error.note))[-1]
    what = "primaryKey" if error.type == "primary-key" else f"reference: {getattr(error, 'reference_name', '')}"
    return Breach(table, row, column, what, None)
