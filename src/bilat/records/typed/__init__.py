"""From a document that its schema has accepted to the typed records in it: its own, and those under new:."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.records.fields import Fields
from bilat.records.typed import meeting, notes, registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bilat.records.document import Document
    from bilat.records.files import File
    from bilat.records.part import Note, Record

_NOTES: Final[dict[str, Callable[[str, Fields], Note]]] = {
    "coverage": notes.search,
    "leads": notes.lead,
    "retired": notes.retirement,
}
_READERS: Final[dict[str, Callable[[str, Fields], Record]]] = {
    "dataset": registry.dataset,
    "issue": registry.issue,
    "meeting": meeting.meeting,
    "organization": registry.organization,
    "participant": registry.participant,
    "place": registry.place,
    "publisher": registry.publisher,
    "source": registry.source,
}


def notes_in(file: File, document: Document) -> Iterator[Note]:
    """Yield what a document says about records or instead of one."""
    fields = Fields(document, (), document.data)
    if file.kind == "reading":
        for number, entry in enumerate(fields.items("readings"), 1):
            yield notes.second_reading(file.id, number, entry)
    elif file.kind in _NOTES:
        for id_, entry in fields.groups():
            yield _NOTES[file.kind](id_, entry)


def records_in(file: File, document: Document) -> Iterator[Record]:
    """Yield every record that a document holds."""
    fields = Fields(document, (), document.data)
    if file.kind in ("reading", *_NOTES):
        return
    if file.kind == "publishers":
        for id_, entry in fields.groups():
            yield registry.publisher(id_, entry)
        return
    yield _READERS[file.kind](file.id, fields)
    for kind, group in fields.group("new").groups():
        for id_, entry in group.groups():
            yield _READERS[kind.removesuffix("s")](id_, entry)
