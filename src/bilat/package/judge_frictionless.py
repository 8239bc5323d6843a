"""The second judge: frictionless, over the CSV and the descriptor as they were written."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from frictionless import FrictionlessException, Package, system

from bilat.errors import BadContract
from bilat.package.breach import Breach

if TYPE_CHECKING:
    from pathlib import Path

    from frictionless import Schema


def judge(written: Path) -> list[Breach]:
    """Return every breach that frictionless finds in a package folder, by the schemas in that folder.

    Raises:
        BadContract: It finds fault with the package itself, not with a cell.
    """
    logging.getLogger("frictionless").setLevel(logging.ERROR)
    with system.use_context(trusted=False, onerror="ignore"):
        package = _opened(written)
        report = package.validate()
    if report.errors:
        raise BadContract(f"frictionless cannot read the package: {report.errors[0].note}")
    return [
        _breach(task.name, package.get_resource(task.name).schema, error)
        for task in report.tasks
        for error in task.errors
    ]


def _opened(written: Path) -> Package:
    try:
        return Package(str(written / "datapackage.json"))
    except FrictionlessException as error:
        notes = "; ".join(found.note for found in error.reasons or [error.error])
        raise BadContract(f"frictionless cannot read the package: {notes}") from error


def _breach(table: str, schema: Schema, error: Any) -> Breach:  # noqa: ANN401 - frictionless has no types for its errors
    """Word an error as pandera's judge does; one that names no row or no column is about the file itself."""
    number = getattr(error, "row_number", None)
    column, constraint, value = _told(table, schema, error)
    if number is None or column not in schema.field_names:
        raise BadContract(f"frictionless finds fault with {table} ({error.type}): {error.note}")
    return Breach(table, number - 2, column, constraint, value or None)  # the header is row 1


def _told(table: str, schema: Schema, error: Any) -> tuple[str, str, str]:  # noqa: ANN401
    """Return the column, the constraint and the cell that an error is about."""
    if error.type == "primary-key":
        column = schema.primary_key[-1]
        return column, "primaryKey", error.cells[schema.field_names.index(column)]
    if error.type == "foreign-key":
        target = f"{error.reference_name or table}.{error.reference_field_names[-1]}"
        return error.field_names[-1], f"reference: {target}", error.field_cells[-1]
    declared = re.search(r'constraint "(\w+)"', error.note)
    constraint = declared[1] if declared else error.type.removesuffix("-error")
    return getattr(error, "field_name", ""), constraint, getattr(error, "cell", "")
