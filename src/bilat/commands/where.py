"""Where a command works: the checkout, and which paths a user meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilat.access import states
from bilat.errors import Unavailable
from bilat.findings import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

WRITTEN: Final = {"csv", "parquet", "schemas", "datapackage.json"}


def checkout(root: Path | None) -> Path:
    """Return the checkout to work on.

    Raises:
        Unavailable: There is none here.
    """
    found = root or states.checkout()
    here = root or Path.cwd()
    if found is None or not here.is_relative_to(found) or not (found / "datasets").is_dir():
        raise Unavailable("no checkout of the dataset here", "run this in a checkout, or name one with --root")
    return found.resolve()


def inside(paths: Iterable[Path], root: Path) -> tuple[Path, ...]:
    """Return the paths that a user named, in full.

    Raises:
        Unavailable: One of them lies where no records are.
    """
    named = tuple(path.resolve() for path in paths)
    for path in named:
        if not path.is_relative_to(root / "datasets"):
            raise Unavailable(f"{shown(path)} is not below datasets/", "name files or folders of records, or nothing")
    return named


def replaceable(out: Path) -> Path:
    """Return a folder that a build may put in the place of what is there.

    Raises:
        Unavailable: There is something that no build has written.
    """
    strange = sorted({found.name for found in out.iterdir()} - WRITTEN) if out.is_dir() else []
    if strange:
        raise Unavailable(f"{shown(out)} holds what no build has written: {strange[0]}", "name a new folder with --out")
    return out


def among(path: str, named: Collection[Path], root: Path) -> bool:
    """Say whether a finding's path is one of those a user named, or below one; all are if none was named."""
    return not named or any((root / path).is_relative_to(one) for one in named)


def shown(path: Path) -> str:
    """Return a path as a user would write it from where the user stands."""
    here = Path.cwd()
    return printable(str(path.relative_to(here) if path.is_relative_to(here) else path))
