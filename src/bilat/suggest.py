"""The nearest names to one that does not exist, for messages; nothing is ever replaced by a neighbour."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 3
NEAR = 0.72  # below this, difflib's ratio pairs words that no reader would take for a slip of each other


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Return up to three known names that the word may be a slip of, the nearest first.

    >>> nearest("burns-wiliam", ["burns-william", "burns-nicholas", "lavrov-sergey"])
    ['burns-william']
    """
    return difflib.get_close_matches(word, sorted(known), n=MOST, cutoff=NEAR)


def phrase(names: Iterable[str]) -> str:
    """Join names for a message, each in backticks.

    >>> phrase(["moscow", "minsk"])
    '`moscow`, `minsk`'
    """
    return ", ".join(f"`{name}`" for name in names)
