"""Which states of the dataset are on this machine: for now build/dev, in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from bilat.errors import Unavailable, UnknownVersion

DEV: Final = "dev"


def checkout() -> Path | None:
    """Return the checkout that this package runs from, or that one stands in; None if there is none."""
    candidates = (Path.cwd(), *Path.cwd().parents, Path(__file__).parents[3])
    return next((path for path in candidates if _is_checkout(path)), None)


def folder(version: str | None) -> Path:
    """Return the folder of a version.

    Raises:
        Unavailable: It has not been built, or this is no checkout.
        UnknownVersion: No release of that version exists.
    """
    if version not in (None, DEV):
        raise UnknownVersion(f"no release {version}; none has been made yet", 'use version="dev" in a checkout')
    root = checkout()
    if root is None:
        raise Unavailable(
            "no release has been made yet, and this is no checkout", "run it in a checkout of the dataset"
        )
    found = root / "build" / DEV
    if not (found / "datapackage.json").is_file():
        raise Unavailable("build/dev does not exist", "run: bilat build")
    return found


def _is_checkout(path: Path) -> bool:
    return (path / "datasets" / "dataset.yaml").is_file() and (path / "datapackage.json").is_file()
