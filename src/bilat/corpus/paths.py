"""The paths by which evidence points into a record, and what the record itself says at the end of one."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from bilat.frozen import Frozen
from bilat.records.model import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus.index import Index
    from bilat.records.document import Pointer
    from bilat.records.model import Meeting, Participation

VALUES: Final = (
    "status",
    "date",
    "mode",
    "place",
    "format",
    "openness",
    "announced",
    "initiated_by",
    "mandated_by",
    "duration",
)
# Values that are our coding: a voice may speak of them, and the record may give them without evidence.
CODED: Final = ("format",)
BY_SIDE: Final = ("participants", "led_by")
BY_ID: Final = ("third", "issues", "outcomes", "statements", "tallies", *RELATIONS)
SIZE: Final = "n"


class Path(Frozen):
    """A parsed path: participants.XX.doe-jane.role is field participants, side XX, id doe-jane, part role."""

    text: str
    field: str
    side: str | None = None
    id: str | None = None
    part: str | None = None

    @property
    def is_member(self) -> bool:
        """Whether it names somebody or something in the record, and no value of it."""
        return self.id is not None and self.part is None

    @property
    def takes_value(self) -> bool:
        """Whether a value can be said of it: of a value, a part, and an issue or third party (what it was)."""
        return not self.is_member or self.field in ("issues", "third")


@functools.cache
def parse(text: str) -> Path | None:
    """Read a path; None if no record has a field of that shape."""
    head, *rest = text.split(".")
    if head in VALUES:
        return _value(text, head, rest)
    if head in BY_SIDE and len(rest) >= 2:
        return _by_side(text, head, rest)
    if head in BY_ID and 1 <= len(rest) <= 2:
        return Path(text, head, None, rest[0], rest[1] if len(rest) == 2 else None)
    return None


def _value(text: str, head: str, rest: list[str]) -> Path | None:
    if not rest:
        return Path(text, head)
    return Path(text, head, part=rest[0]) if head == "date" and rest in (["start"], ["end"]) else None


def _by_side(text: str, head: str, rest: list[str]) -> Path | None:
    if rest[1:] == [SIZE]:
        return Path(text, head, rest[0], part=SIZE)
    return Path(text, head, rest[0], rest[1], rest[2] if len(rest) == 3 else None) if len(rest) <= 3 else None


def exists(index: Index, meeting: Meeting, path: Path) -> bool:
    """Say whether the record has what the path names; a session's people are also its meeting's."""
    if path.id is None:
        return path.part == SIZE or _plain(meeting, path) is not None
    if path.field == "participants":
        return participation(index, meeting, path) is not None
    return path.id in _members(meeting, path)


def preferred(index: Index, meeting: Meeting, path: Path) -> str | None:
    """Return the record's own value at the end of a path, as text; None where it gives none."""
    if path.id is None:
        return _plain(meeting, path)
    if path.field == "participants":
        entry = participation(index, meeting, path)
        return {"role": entry.role, "as": entry.position, SIZE: _text(entry.n)}.get(path.part or "") if entry else None
    if path.field == "third":
        return meeting.third.get(path.id)
    parts = {"outcomes": meeting.outcomes, "statements": meeting.statements, "tallies": meeting.tallies}
    found: object = parts.get(path.field, {}).get(path.id)
    value = getattr(found, path.part, None) if found and path.part else None
    return getattr(value, "text", None) or _text(value)


def participation(index: Index, meeting: Meeting, path: Path) -> Participation | None:
    """Find a person by path, in the record or in a session of it."""
    for record in (meeting, *index.children.get(meeting.id, ())):
        if record is meeting or record.kind == "session":
            for entry in record.participants.get(path.side or "", ()):
                if entry.id == path.id:
                    return entry
    return None


def of(meeting: Meeting) -> Iterator[tuple[Path, Pointer]]:
    """Yield every evidenced path of a record, with where in its file the thing stands."""
    for name in VALUES:
        if name not in CODED and _plain(meeting, Path(name, name)) is not None:
            yield Path(name, name), (name,)
    for entry in meeting.people():
        yield Path(f"participants.{entry.side}.{entry.id}", "participants", entry.side, entry.id), entry.pointer
    for side in meeting.sizes:
        yield Path(f"participants.{side}.{SIZE}", "participants", side, None, SIZE), ("participants", side, SIZE)
    for side, people in meeting.led_by.items():
        for number, person in enumerate(people):
            yield Path(f"led_by.{side}.{person}", "led_by", side, person), ("led_by", side, number)
    for name in BY_ID:
        for number, id_ in enumerate(_members(meeting, Path(name, name))):
            yield Path(f"{name}.{id_}", name, None, id_), _below(meeting, name, id_, number)


def _below(meeting: Meeting, name: str, id_: str, number: int) -> Pointer:
    if name in RELATIONS and not isinstance(meeting.document.data.get(name), list):
        return (name,)
    return (name, number) if name in ("issues", *RELATIONS) else (name, id_)


def _plain(meeting: Meeting, path: Path) -> str | None:
    if path.field == "date":
        return _date_part(meeting, path.part)
    if path.part == SIZE:
        return _text(meeting.sizes.get(path.side or ""))
    value = getattr(meeting, path.field)
    return None if value is None else str(value)


def _date_part(meeting: Meeting, part: str | None) -> str:
    start, _, end = meeting.date.text.partition("/")
    return {"start": start, "end": end or start}.get(part or "", meeting.date.text)


def _members(meeting: Meeting, path: Path) -> tuple[str, ...]:
    if path.field in RELATIONS:
        return meeting.relations.get(path.field, ())
    if path.field == "led_by":
        return meeting.led_by.get(path.side or "", ())
    return tuple(getattr(meeting, path.field))


def _text(value: object) -> str | None:
    return None if value is None else str(value)
