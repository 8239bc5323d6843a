"""Anything that stands somewhere in a file: records, notes about them, and the parts of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.frozen import Frozen

if TYPE_CHECKING:
    from bilat.findings import Location
    from bilat.records.document import Document, Pointer


class Part(Frozen):
    """Anything that stands somewhere in a file."""

    document: Document
    pointer: Pointer

    @property
    def file(self) -> str:
        """The path of the file in which it stands."""
        return self.document.path

    def at(self, *below: str | int, key: bool = False) -> Location:
        """Return where it, or something below it, stands."""
        return self.document.at((*self.pointer, *below), key=key)

    def below(self, pointer: Pointer) -> Part:
        """Return another part of the same file."""
        return Part(self.document, pointer)


class Record(Part):
    """A record: a whole file, or an entry under new: of another."""

    id: str


class Note(Part):
    """What is written about records or instead of one; it has an id of its own kind and is no record."""

    id: str


class Name(Part):
    """A further name of a person, organization, place or issue."""

    text: str
    lang: str
    kind: str | None
    source: str | None
    locator: str | None


class Acceptance(Part):
    """A warning that is right to stay, and why."""

    rule: str
    field: str | None
    because: str
