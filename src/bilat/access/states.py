"""Which states of the dataset are on this machine: the release in the package, those of a checkout, and build/dev."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

from bilat.errors import Unavailable, UnknownVersion

DEV: Final = "dev"
# Nothing else becomes the name of a folder.
_VERSION: Final = re.compile(r"[0-9]{1,6}[.][0-9]{1,6}[.][0-9]{1,6}")
PACKED: Final = Path(__file__).parents[1] / "_release"


def checkout() -> Path | None:
    """Return the checkout that this package runs from, or that one stands in; None if there is none."""
    candidates = (Path.cwd(), *Path.cwd().parents, Path(__file__).parents[3])
    return next((path for path in candidates if _is_checkout(path)), None)


def versions() -> list[str]:
    """Return the releases that are on this machine, oldest first."""
    return sorted(_folders(), key=_ordered)


def current() -> str | None:
    """Return the release that is meant when none is named: the one in the package, else the checkout's newest."""
    if PACKED.is_dir():
        return _packed()
    found = versions()
    return found[-1] if found else None


def folder(version: str | None) -> Path:
    """Return the folder of a version; without one, of the current release.

    Raises:
        Unavailable: There is no release, or build/dev was not built, or this is no checkout.
        UnknownVersion: No release of that version is on this machine.
    """
    if version == DEV:
        return _dev()
    wanted = version or current()
    if wanted is None:
        raise Unavailable("no release has been made yet", 'use version="dev" in a checkout')
    if (found := _folders().get(wanted)) is None:
        known = ", ".join(versions()) or "none"
        raise UnknownVersion(f"no release {wanted} is on this machine", f"known: {known}")
    return found


def _dev() -> Path:
    root = checkout()
    if root is None:
        raise Unavailable('version "dev" is the last build of a checkout, and this is none', "leave the version out")
    if not (root / "build" / DEV / "datapackage.json").is_file():
        raise Unavailable("build/dev does not exist", "run: bilat build")
    return root / "build" / DEV


def _folders() -> dict[str, Path]:
    found = {_packed(): PACKED} if PACKED.is_dir() else {}
    root = checkout()
    index = root / "build" / "releases.json" if root else None
    if root and index and index.is_file():
        for version in _listed(index):
            found[version] = root / "build" / version
    return found


def _listed(index: Path) -> list[str]:
    try:
        listed = [str(entry["version"]) for entry in json.loads(index.read_bytes())["releases"]]
        return [version for version in listed if _VERSION.fullmatch(version)]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Unavailable(
            f"build/releases.json cannot be read: {error}", "take it from the last commit again"
        ) from error


def _packed() -> str:
    return str(json.loads((PACKED / "datapackage.json").read_text("utf-8"))["version"])


def _ordered(version: str) -> list[int]:
    return [int(number) for number in version.split(".")]


def _is_checkout(path: Path) -> bool:
    return (path / "datasets" / "dataset.yaml").is_file() and (path / "datapackage.json").is_file()
