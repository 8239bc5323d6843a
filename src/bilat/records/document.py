"""A parsed file: plain data, and the place in the text of every key and value in it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bilat.findings import Location
from bilat.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


Pointer = tuple[str | int, ...]
Scalar = str | int | float | bool | None
Tree = Scalar | list["Tree"] | dict[str, "Tree"]


class Mark(Frozen):
    """Where a key or value stands: line and column from 1, and its width in characters."""

    line: int
    column: int
    width: int = 1


class Marks(Frozen):
    """Where every value and every key of one file stands."""

    values: dict[Pointer, Mark]
    keys: dict[Pointer, Mark]


class Document:
    """One file as data with positions. A pointer is the tuple of keys and list indexes that leads to a value.

    Positions cost more than the data and few files have a finding, so they are worked out when first asked for.
    """

    def __init__(self, path: str, data: dict[str, Tree], locate: Callable[[], Marks] | None = None) -> None:
        self.path = path
        self.data = data
        self._locate = locate

    @property
    def values(self) -> Mapping[Pointer, Mark]:
        """Where every value stands."""
        return self._marks.values

    @property
    def keys(self) -> Mapping[Pointer, Mark]:
        """Where every key stands."""
        return self._marks.keys

    def at(self, pointer: Pointer, *, key: bool = False) -> Location:
        """Return where the value (or its key) stands; for what is absent, the nearest thing around it that exists."""
        marks = self.keys if key and pointer and isinstance(pointer[-1], str) else self.values
        while pointer and pointer not in marks:
            pointer = pointer[:-1]
            marks = self.keys if pointer and isinstance(pointer[-1], str) else self.values
        mark = marks.get(pointer, Mark(1, 1))
        return Location(self.path, mark.line, mark.column, mark.width)

    @cached_property
    def _marks(self) -> Marks:
        return self._locate() if self._locate else Marks({}, {})
