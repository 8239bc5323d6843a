"""Every spot of a file where the id of a record is written: references, steps of paths, keys above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import paths, references
from bilat.frozen import Frozen
from bilat.records.model import Meeting, Record, SecondReading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus.index import Index
    from bilat.findings import Location
    from bilat.records.document import Pointer
    from bilat.records.model import Note, Part

_PRIVATE = ("outcomes", "statements", "tallies")  # ids of one meeting alone


class Mention(Frozen):
    """A key or value in which an id is written, and what it becomes with another id."""

    where: Location
    old: str
    new: str


def of(index: Index, part: Record | Note, id_: str, new: str) -> Iterator[Mention]:
    """Yield every mention of a record by a record or note; one spot may be yielded twice."""
    if isinstance(part, Record) and part.id == id_ and part.pointer:
        yield Mention(part.at(key=True), id_, new)
    for reference in references.of(part):
        written = str(reference.pointer[-1] if reference.on_key else _value(reference.part, reference.pointer))
        head, slash, post = written.partition("/")
        if head == id_ and written == reference.id:
            yield Mention(reference.where, written, f"{new}{slash}{post}")
    yield from _in_paths(index, part, id_, new)


def _value(part: Part, pointer: Pointer) -> object:
    found: object = part.document.data
    for step in pointer:
        found = found[step]  # type: ignore[index]
    return found


def _in_paths(index: Index, part: Record | Note, id_: str, new: str) -> Iterator[Mention]:
    meeting = part if isinstance(part, Meeting) else index.meetings.get(part.id)
    if meeting is None:
        return
    for where, text in _paths(part):
        path = paths.parse(text)
        if path and path.id == id_ and _is_of_all(index, meeting, path):
            steps = text.split(".")
            steps[2 if path.field in paths.BY_SIDE else 1] = new
            yield Mention(where, text, ".".join(steps))


def _paths(part: Record | Note) -> Iterator[tuple[Location, str]]:
    """Yield every path that is written in a meeting or a second reading of one."""
    if isinstance(part, SecondReading):
        yield part.at("path"), part.path
    if not isinstance(part, Meeting):
        return
    for item in part.evidence:
        for assertion in item.assertions:
            yield assertion.at(key=isinstance(assertion.pointer[-1], str)), assertion.path
        for path in item.as_printed:
            yield item.at("as_printed", path, key=True), path
    for accept in part.accept:
        if accept.field:
            yield accept.at("path"), accept.field


def _is_of_all(index: Index, meeting: Meeting, path: paths.Path) -> bool:
    """Say whether the id in a path is that of a record; outcomes and unnamed people have ids of the meeting's own."""
    if path.field == "participants":
        entry = paths.participation(index, meeting, path)
        return entry is None or entry.unnamed is None
    return path.field not in _PRIVATE
