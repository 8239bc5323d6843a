"""Every record by id and kind, and the few look-ups that everything else is built from."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from bilat.corpus import addresses
from bilat.frozen import Frozen
from bilat.records.model import (
    Dataset,
    Issue,
    Lead,
    Meeting,
    Note,
    Organization,
    Participant,
    Place,
    Position,
    Publisher,
    Record,
    Retirement,
    Search,
    SecondReading,
    Source,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bilat.records import Reading


R = TypeVar("R", bound=Record)


class Repeat(Frozen):
    """An id that stands in two places: where first, and where again."""

    id: str
    first: Record
    again: Record


class Index:
    """All records that could be read. A look-up of what does not exist gives None: rules say so, nothing crashes."""

    def __init__(self, reading: Reading) -> None:
        self.broken = reading.broken
        self.drafts = reading.drafts
        self.listed = reading.listed
        self.repeats: dict[str, Repeat] = {}
        self.ids: dict[str, Record] = {}
        for record in sorted(reading.records, key=_is_guest):
            first = self.ids.setdefault(record.id, record)
            if first is not record:
                self.repeats[str(record.at(key=True))] = Repeat(record.id, first, record)
        self.readings = [note for note in reading.notes if isinstance(note, SecondReading)]
        self.retired = {note.id: note for note in reading.notes if isinstance(note, Retirement)}
        self.leads = {note.id: note for note in reading.notes if isinstance(note, Lead)}
        self.searches = {note.id: note for note in reading.notes if isinstance(note, Search)}
        self.meetings = self._of(Meeting)
        self.participants = self._of(Participant)
        self.organizations = self._of(Organization)
        self.places = self._of(Place)
        self.issues = self._of(Issue)
        self.publishers = self._of(Publisher)
        self.sources = self._of(Source)

    @cached_property
    def referring(self) -> Mapping[str, Record | Note]:
        """Everything that may refer to a record, by its file and the way to it there."""
        notes: list[Record | Note] = [
            *self.readings,
            *self.retired.values(),
            *self.leads.values(),
            *self.searches.values(),
        ]
        return {f"{part.file} {part.pointer}": part for part in (*self.ids.values(), *notes)}

    @cached_property
    def dataset(self) -> Dataset | None:
        """What dataset.yaml says."""
        return next(iter(self._of(Dataset).values()), None)

    @cached_property
    def positions(self) -> Mapping[str, Position]:
        """Every position by organization/position."""
        return {id_: post for body in self.organizations.values() for id_, post in body.positions.items()}

    @cached_property
    def registries(self) -> Mapping[str, Mapping[str, Record | Position]]:
        """All that may be referred to, by what a reference calls its kind."""
        return {
            "meeting": self.meetings,
            "participant": self.participants,
            "organization": self.organizations,
            "position": self.positions,
            "place": self.places,
            "issue": self.issues,
            "publisher": self.publishers,
            "source": self.sources,
            "record": self.ids,
        }

    @cached_property
    def children(self) -> Mapping[str, tuple[Meeting, ...]]:
        """The records that are part of each record."""
        found: dict[str, list[Meeting]] = {}
        for meeting in self.meetings.values():
            for whole in meeting.relations.get("part_of", ()):
                found.setdefault(whole, []).append(meeting)
        return {whole: tuple(parts) for whole, parts in found.items()}

    @cached_property
    def sources_at(self) -> Mapping[str, tuple[Source, ...]]:
        """The sources at each address, by its key, in the order of their ids."""
        found: dict[str, dict[str, Source]] = {}
        for source in sorted_by_id(self.sources.values()):
            for address in (source.url, source.archived):
                if address:
                    found.setdefault(addresses.key(address), {})[source.id] = source
        return {key: tuple(sources.values()) for key, sources in found.items()}

    @cached_property
    def side_of_country(self) -> Mapping[str, str]:
        """The code of the side to which each of the two countries belongs."""
        sides = self.dataset.sides.values() if self.dataset else ()
        return {side.country: side.code for side in sides}

    def side_of_organization(self, id_: str | None) -> str | None:
        """Return the side to which an organization belongs, if it belongs to one."""
        body = self.organizations.get(id_ or "")
        return self.side_of_country.get(body.country or "") if body else None

    def side_of_position(self, id_: str | None) -> str | None:
        """Return the side to which a position belongs, if it belongs to one."""
        post = self.positions.get(id_ or "")
        return self.side_of_organization(post.organization) if post else None

    def side_of_source(self, id_: str | None) -> str | None:
        """Return the side whose own organ brought a document out, if one did."""
        source = self.sources.get(id_ or "")
        publisher = self.publishers.get(source.publisher) if source else None
        return self.side_of_organization(publisher.organization) if publisher else None

    def around(self, place: str) -> Iterator[str]:
        """Yield the places that contain a place or by which it is located, from the nearest outwards."""
        seen: set[str] = set()
        waiting = [place]
        while waiting:
            here = self.places.get(waiting.pop(0))
            for outer in (here.part_of, here.near) if here else ():
                if outer and outer not in seen:
                    seen.add(outer)
                    waiting.append(outer)
                    yield outer

    def ancestors_of_issue(self, id_: str) -> list[str]:
        """Return the wider concepts of an issue, from the nearest outwards; a loop is walked once."""
        found: list[str] = []
        here = self.issues.get(id_)
        while here and here.broader and here.broader not in found:
            found.append(here.broader)
            here = self.issues.get(here.broader)
        return found

    def country_of(self, place: str | None) -> str | None:
        """Return the country on whose ground a place lies, from itself or from what contains it."""
        for id_ in (place, *self.around(place)) if place else ():
            found = self.places.get(id_)
            if found and found.country:
                return found.country
        return None

    def _of(self, kind: type[R]) -> dict[str, R]:
        return {id_: record for id_, record in self.ids.items() if isinstance(record, kind)}


def _is_guest(record: Record) -> bool:
    """Say whether a record stands under new: of another; a file of its own goes before it."""
    return record.pointer[:1] == ("new",)


def sorted_by_id(records: Iterable[R]) -> list[R]:
    """Return records in the order of their ids."""
    return sorted(records, key=lambda record: record.id)
