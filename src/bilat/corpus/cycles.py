"""Chains of references that lead back to where they began."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


def through(start: str, steps: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """Return the shortest way from an id back to itself, each id on it once; empty if no way leads back.

    >>> through("a", {"a": "b", "b": "ca", "c": ""}.__getitem__)
    ('a', 'b')
    """
    before: dict[str, str | None] = {start: None}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there in steps(here):
            if there == start:
                return _way(before, here)
            if there not in before:
                before[there] = here
                waiting.append(there)
    return ()


def _way(before: Mapping[str, str | None], last: str) -> tuple[str, ...]:
    found: list[str] = []
    here: str | None = last
    while here is not None:
        found.append(here)
        here = before[here]
    return tuple(reversed(found))
