"""Every place at which one record refers to another, with what kind of record is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import voices
from bilat.frozen import Frozen
from bilat.records.model import (
    Dataset,
    Issue,
    Meeting,
    Organization,
    Participant,
    Place,
    Publisher,
    Retirement,
    SecondReading,
    Source,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bilat.corpus.index import Index
    from bilat.findings import Location
    from bilat.records.document import Pointer
    from bilat.records.model import Assertion, Name, Note, Part, Position, Record

PERSON_OR_BODY = "participant or organization"
VOICE = "participant, organization or publisher"
# Values that a voice says and that are ids.
_SAID = {"place": "place", "mandated_by": "participant"}


class Reference(Frozen):
    """An id somewhere in a record, the kind of record that it must be, and where it stands."""

    kind: str
    id: str
    part: Part
    below: Pointer
    on_key: bool = False

    @property
    def pointer(self) -> Pointer:
        """The way to it through the file."""
        return (*self.part.pointer, *self.below)

    @property
    def where(self) -> Location:
        """The place at which it stands."""
        return self.part.at(*self.below, key=self.on_key)

    @property
    def field(self) -> str:
        """The path to where it stands, as messages write it."""
        return ".".join(str(step) for step in self.pointer)


def of(record: Record | Note) -> Iterator[Reference]:
    """Yield every reference that a record, or a note about records, makes."""
    for kind, references in _BY_KIND.items():
        if isinstance(record, kind):
            yield from references(record)


def resolves(index: Index, reference: Reference) -> bool:
    """Say whether what is referred to exists; a record that could not be read does."""
    return reference.id in index.broken or any(reference.id in found for found in _registries(index, reference.kind))


def retired(index: Index, reference: Reference) -> Retirement | None:
    """Return how the id that is referred to was retired, if it was and no record has it."""
    id_ = reference.id.partition("/")[0]
    return None if id_ in index.ids else index.retired.get(id_)


def unknown(index: Index, record: Record) -> set[str]:
    """Return the ids to which a record refers and that nothing bears: R01 tells of them, and no other rule need."""
    return {reference.id for reference in of(record) if not resolves(index, reference)}


def candidates(index: Index, kind: str) -> list[str]:
    """Return the ids that a reference of that kind could mean."""
    listed = {id_ for id_, found in index.listed.items() if found in kind}
    return sorted({*listed, *(id_ for found in _registries(index, kind) for id_ in found)})


def names(index: Index, kind: str) -> dict[str, tuple[str, ...]]:
    """Return the ids that a reference of that kind could mean with all that each is called, its own name first.

    Slips that a source printed are left out, as they would draw other slips to them.
    """
    return {id_: _called(index.ids.get(id_)) for id_ in candidates(index, kind)}


def _called(record: Record | None) -> tuple[str, ...]:
    own = getattr(record, "name", None) or getattr(record, "label", None)
    others = (name.text for name in getattr(record, "names", ()) if name.kind != "misrendering")
    return (own, *others) if own else ()


def _registries(index: Index, kind: str) -> list[Mapping[str, Record | Position]]:
    return [index.registries[word] for word in kind.replace(",", "").split() if word in index.registries]


def _one(part: Part, kind: str, id_: str | None, *below: str | int, key: bool = False) -> Iterator[Reference]:
    if id_ is not None:
        yield Reference(kind, id_, part, below, key)


def _many(part: Part, kind: str, ids: tuple[str, ...], *below: str | int) -> Iterator[Reference]:
    for number, id_ in enumerate(ids):
        yield from _one(part, kind, id_, *below, number)


def _names(names: tuple[Name, ...]) -> Iterator[Reference]:
    for name in names:
        yield from _one(name, "source", name.source, "source")


def _participant(record: Participant) -> Iterator[Reference]:
    yield from _names(record.names)
    yield from _many(record, "participant", record.not_same, "not")
    for tenure in record.tenures:
        yield from _one(tenure, "position", tenure.position, "position")
        yield from _one(tenure, "source", tenure.source, "source")


def _organization(record: Organization) -> Iterator[Reference]:
    yield from _names(record.names)
    yield from _one(record, "organization", record.part_of, "part_of")
    yield from _one(record, "source", record.source, "source")


def _place(record: Place) -> Iterator[Reference]:
    yield from _names(record.names)
    yield from _one(record, "place", record.part_of, "part_of")
    yield from _one(record, "place", record.near, "near")
    yield from _one(record, "source", record.source, "source")


def _issue(record: Issue) -> Iterator[Reference]:
    yield from _names(record.names)
    yield from _one(record, "issue", record.broader, "broader")
    if record.hard_case:
        yield from _one(record.hard_case, "meeting", record.hard_case.record, "record")


def _publisher(record: Publisher) -> Iterator[Reference]:
    yield from _one(record, "organization", record.organization, "organization")


def _source(record: Source) -> Iterator[Reference]:
    yield from _one(record, "publisher", record.publisher, "publisher")
    for relay in record.relays:
        yield from _one(relay, "source", relay.source, "source")


def _meeting(record: Meeting) -> Iterator[Reference]:
    yield from _one(record, "place", record.place, "place")
    yield from _one(record, "participant", record.mandated_by, "mandated_by")
    yield from _many(record, "issue", record.issues, "issues")
    yield from _people(record)
    yield from relations(record)
    yield from _results(record)
    yield from _evidence(record)


def _people(record: Meeting) -> Iterator[Reference]:
    for entry in record.people():
        if entry.unnamed is None:
            yield from _one(entry, "participant", entry.id, key=True)
        yield from _one(entry, "position", entry.position, "as")
        yield from _one(entry, PERSON_OR_BODY, entry.on_behalf_of, "on_behalf_of")
    for id_ in record.third:
        yield from _one(record, PERSON_OR_BODY, id_, "third", id_, key=True)
    for side, people in record.led_by.items():
        yield from _many(record, "participant", people, "led_by", side)


def relations(record: Meeting) -> Iterator[Reference]:
    """Yield the references to other meeting records that are relations."""
    for name, ids in record.relations.items():
        if isinstance(record.document.data.get(name), list):
            yield from _many(record, "meeting", ids, name)
        else:
            yield from _one(record, "meeting", ids[0], name)


def _results(record: Meeting) -> Iterator[Reference]:
    for outcome in record.outcomes.values():
        yield from _one(outcome, "issue", outcome.issue, "issue")
    for statement in record.statements.values():
        yield from _one(statement, "issue", statement.issue, "issue")
    for tally in record.tallies.values():
        yield from _one(tally, "place", tally.place, "place")
        yield from _many(tally, "meeting", tally.includes, "includes")


def _evidence(record: Meeting) -> Iterator[Reference]:
    for item in record.evidence:
        yield from _one(item, "source", item.source, "source")
        yield from _one(item, "source", None if item.via == voices.SELF else item.via, "via")
        if item.voice:
            yield from _one(item, VOICE, item.voice.id, "voice")
            yield from _one(item, "organization", item.voice.of, "voice", "of")
        for assertion in item.assertions:
            yield from _denied_issue(record, assertion)
            kind = "position" if assertion.path.endswith(".as") else _SAID.get(assertion.path)
            if kind and assertion.value is not None:
                yield from _one(assertion, kind, str(assertion.value))


def _dataset(record: Dataset) -> Iterator[Reference]:
    for side in record.sides.values():
        yield from _one(side, "place", side.capital, "capital")


def _reading(note: SecondReading) -> Iterator[Reference]:
    yield Reference("meeting", note.id, note, ())
    yield from _one(note, "source", note.source, "source")


def _retirement(note: Retirement) -> Iterator[Reference]:
    yield from _one(note, "record", note.successor, "successor")


def _denied_issue(record: Meeting, assertion: Assertion) -> Iterator[Reference]:
    """An issue may be denied without being listed; it must exist all the same."""
    field, _, issue = assertion.path.partition(".")
    if field == "issues" and assertion.verb in ("denies", "declines") and issue not in record.issues:
        yield from _one(assertion, "issue", issue)


_BY_KIND: dict[type[Record | Note], Callable[..., Iterator[Reference]]] = {
    Dataset: _dataset,
    SecondReading: _reading,
    Retirement: _retirement,
    Issue: _issue,
    Meeting: _meeting,
    Organization: _organization,
    Participant: _participant,
    Place: _place,
    Publisher: _publisher,
    Source: _source,
}
