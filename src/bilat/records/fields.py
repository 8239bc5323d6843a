"""Typed access to the data of a document that its schema has accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bilat import edtf
from bilat.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.records.document import Document, Pointer, Tree


class Fields(Frozen):
    """A mapping somewhere in a document. Getters return None, or nothing, for what is left out."""

    document: Document
    pointer: Pointer
    data: dict[str, Tree]

    def __contains__(self, name: str) -> bool:
        return name in self.data

    def text(self, name: str) -> str | None:
        """Return a text, or a number written where a text is due, as text."""
        value = self.data.get(name)
        return None if value is None else str(value)

    def need(self, name: str) -> str:
        """Return a text that the schema requires."""
        return str(self.data[name])

    def number(self, name: str) -> int | None:
        """Return a whole number."""
        return cast("int | None", self.data.get(name))

    def decimal(self, name: str) -> float | None:
        """Return a decimal number."""
        value = cast("float | None", self.data.get(name))
        return None if value is None else float(value)

    def flag(self, name: str) -> bool:
        """Return true or false; what is left out is false."""
        return bool(self.data.get(name))

    def date(self, name: str) -> edtf.Date | None:
        """Return a date."""
        value = self.data.get(name)
        return None if value is None else edtf.parse(cast("str | int | list[str | int]", value))

    def ids(self, name: str) -> tuple[str, ...]:
        """Return a list of ids, or of one where a single one is written."""
        value = self.data.get(name, [])
        return tuple(cast("list[str]", value)) if isinstance(value, list) else (str(value),)

    def group(self, name: str) -> Fields:
        """Return the fields below a key; an empty group where the key is left out."""
        return Fields(self.document, (*self.pointer, name), cast("dict[str, Tree]", self.data.get(name) or {}))

    def groups(self) -> Iterator[tuple[str, Fields]]:
        """Yield every key with the fields below it, for maps whose keys are ids."""
        for name, value in self.data.items():
            if isinstance(value, dict):
                yield name, Fields(self.document, (*self.pointer, name), value)

    def items(self, name: str) -> Iterator[Fields]:
        """Yield the fields of each member of a list."""
        for index, value in enumerate(cast("list[dict[str, Tree]]", self.data.get(name) or [])):
            yield Fields(self.document, (*self.pointer, name, index), value)
