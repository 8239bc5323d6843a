"""Where a command works: the checkout, and which paths a user meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bilat.access import states
from bilat.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterable


def checkout(root: Path | None) -> Path:
    """Return the checkout to work on.

    Raises:
        Unavailable: There is none here.
    """
    found = root or states.checkout()
    if found is None or not (found / "datasets").is_dir():
        raise Unavailable("no checkout of the dataset here", "run this in a checkout, or name one with --root")
    return found.resolve()


def among(path: str, wanted: Iterable[Path], root: Path) -> bool:
    """Say whether a finding's path is one of those a user named, or below one; all are if none was named."""
    named = [path.resolve() for path in wanted]
    full = root / path
    return not named or any(full == one or one in full.parents for one in named)


def shown(path: Path) -> str:
    """Return a path as a user would write it from where the user stands."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
