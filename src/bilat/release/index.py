"""build/releases.json, which lists every release, and the root's datapackage.json, which points at the newest."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from bilat.errors import BilatError, Refused
from bilat.package import folder
from bilat.release import sums
from bilat.release.version import Version

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "releases.json"


def versions(root: Path) -> list[str]:
    """Return the versions of all releases, oldest first."""
    return [entry["version"] for entry in _read(root)]


def add(root: Path, version: str) -> None:
    """Add a release with the sum of its sums, from which everything in it can be verified."""
    entry = {"version": version, "path": version, "sha256sums": sums.of_file(root / "build" / version / sums.FILE)}
    _replace(root / "build" / FILE, {"releases": [*_read(root), entry]})


def recorded(root: Path, version: str) -> str | None:
    """Return the sum of a release's sums as the index has it."""
    return next((entry["sha256sums"] for entry in _read(root) if entry["version"] == version), None)


def point_root(root: Path, version: str) -> None:
    """Make the root's descriptor that of a release, with every path below the release's folder."""
    path = root / "datapackage.json"
    found = json.loads((root / "build" / version / "datapackage.json").read_text("utf-8"))
    resources = [_moved(resource, f"build/{version}/") for resource in found["resources"]]
    _replace(path, {**found, "resources": resources})


def _moved(resource: dict[str, Any], prefix: str) -> dict[str, Any]:
    return {key: f"{prefix}{value}" if key in ("path", "schema") else value for key, value in resource.items()}


def _read(root: Path) -> list[dict[str, str]]:
    path = root / "build" / FILE
    try:
        return [_entry(found) for found in json.loads(path.read_bytes())["releases"]] if path.is_file() else []
    except (OSError, ValueError, KeyError, TypeError, AttributeError, Refused) as error:
        raise BilatError(f"build/{FILE} cannot be read: {error}", "take it from the last commit again") from error


def _entry(found: dict[str, str]) -> dict[str, str]:
    version = str(Version.parse(str(found["version"])))  # it becomes the name of a folder
    return {"version": version, "path": version, "sha256sums": str(found["sha256sums"])}


def _replace(path: Path, value: object) -> None:
    """Write aside, then rename: a reader sees the old file or the new one, never half of one."""
    draft = path.with_name(f".{path.name}.new")
    folder.write_json(value, draft)
    draft.replace(path)
