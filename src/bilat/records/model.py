"""The kinds of record as typed, frozen objects, each of which knows where in which file it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bilat.edtf import Date
    from bilat.findings import Location
    from bilat.records.document import Document, Pointer, Tree

RELATIONS: Final = ("part_of", "in_series", "follows", "replies_to", "replaces", "agreed_at")


@dataclass(frozen=True, slots=True)
class Part:
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


@dataclass(frozen=True, slots=True)
class Record(Part):
    """A record: a whole file, or an entry under new: of another."""

    id: str


@dataclass(frozen=True, slots=True)
class Name(Part):
    """A further name of a person, organization, place or issue."""

    text: str
    lang: str
    kind: str | None
    source: str | None
    locator: str | None


@dataclass(frozen=True, slots=True)
class Tenure(Part):
    """A position that a person held, with the days that its source gives."""

    position: str
    start: Date | None
    end: Date | None
    attested: Date | None
    acting: bool
    source: str
    locator: str | None


@dataclass(frozen=True, slots=True)
class Participant(Record):
    """A person."""

    name: str
    names: tuple[Name, ...]
    wikidata: str | None
    born: Date | None
    not_same: tuple[str, ...]
    tenures: tuple[Tenure, ...]


@dataclass(frozen=True, slots=True)
class Position(Part):
    """A post in an organization; its id is organization/position."""

    id: str
    organization: str
    title: str
    native: str | None
    tier: int
    head: bool


@dataclass(frozen=True, slots=True)
class Organization(Record):
    """An organ of a state, a state, or another body."""

    name: str
    names: tuple[Name, ...]
    country: str | None
    kind: str
    part_of: str | None
    positions: Mapping[str, Position]
    source: str | None


@dataclass(frozen=True, slots=True)
class Place(Record):
    """A venue, city, region or country."""

    name: str
    names: tuple[Name, ...]
    type: str
    country: str | None
    part_of: str | None
    near: str | None
    lat: float | None
    lon: float | None
    wikidata: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Issue(Record):
    """A concept of the thesaurus."""

    label: str
    names: tuple[Name, ...]
    definition: str
    broader: str | None
    coding: str | None


@dataclass(frozen=True, slots=True)
class Publisher(Record):
    """Who brings out a source."""

    name: str
    country: str | None
    kind: str
    organization: str | None


@dataclass(frozen=True, slots=True)
class Relay(Part):
    """That a source rests on another one, and how."""

    source: str
    how: str


@dataclass(frozen=True, slots=True)
class Source(Record):
    """One document."""

    title: str | None
    publisher: str
    kind: str
    lang: str
    published: Date | None
    url: str | None
    archived: str | None
    seen_on: Date | None
    seen_text: str
    relays: tuple[Relay, ...]
    translation: str | None
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Participation(Part):
    """One person, or unnamed group, on one side of a meeting."""

    id: str
    side: str
    role: str
    position: str | None
    acting: bool
    on_behalf_of: str | None
    capacity: str | None
    unnamed: str | None
    n: int | None


@dataclass(frozen=True, slots=True)
class Outcome(Part):
    """Something that came out of a meeting."""

    id: str
    type: str
    by: str | None
    to: str | None
    issue: str | None
    text: str
    date: Date | None
    due: Date | None
    fulfilled: str | None
    question: str | None


@dataclass(frozen=True, slots=True)
class Statement(Part):
    """Something that a voice says about a meeting which is no value of it."""

    id: str
    type: str
    issue: str | None
    valence: str | None
    text: str
    about: Date | None
    question: str | None


@dataclass(frozen=True, slots=True)
class Tally(Part):
    """A published count that cannot be pinned to one encounter."""

    id: str
    unit: str
    comparator: str
    n: int
    window: Date
    side: str | None
    place: str | None
    tier: int | None
    includes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something: an id, or an anonymous voice as its source describes it."""

    id: str | None
    anonymous: str | None
    side: str | None
    of: str | None


@dataclass(frozen=True, slots=True)
class Assertion(Part):
    """One path in an evidence item: the verb under which it stands, and the value if one is given."""

    verb: str
    path: str
    value: Tree


@dataclass(frozen=True, slots=True)
class Evidence(Part):
    """What one voice in one document says about a record."""

    source: str | None
    voice: Voice | None
    via: str | None
    locator: str | None
    said_on: Date | None
    certainty: str
    because: str | None
    as_printed: Mapping[str, str]
    assertions: tuple[Assertion, ...]


@dataclass(frozen=True, slots=True)
class Acceptance(Part):
    """A warning that is right to stay, and why."""

    rule: str
    field: str | None
    because: str


@dataclass(frozen=True, slots=True)
class Meeting(Record):
    """A meeting, visit, session or series."""

    title: str
    kind: str
    status: str
    date: Date
    mode: str | None
    place: str | None
    setting: str
    occasion: str | None
    format: str | None
    openness: str | None
    announced: str | None
    initiated_by: str | None
    mandated_by: str | None
    duration: str | None
    participants: Mapping[str, tuple[Participation, ...]]
    sizes: Mapping[str, int]
    third: Mapping[str, str]
    led_by: Mapping[str, tuple[str, ...]]
    issues: tuple[str, ...]
    relations: Mapping[str, tuple[str, ...]]
    outcomes: Mapping[str, Outcome]
    statements: Mapping[str, Statement]
    tallies: Mapping[str, Tally]
    evidence: tuple[Evidence, ...]
    accept: tuple[Acceptance, ...]

    @property
    def part_of(self) -> str | None:
        """The visit or meeting inside which this took place."""
        return next(iter(self.relations.get("part_of", ())), None)

    def people(self) -> Iterator[Participation]:
        """Yield everybody on either side, in the order of the file."""
        for side in self.participants.values():
            yield from side


@dataclass(frozen=True, slots=True)
class Side(Part):
    """One of the two sides of the dataset."""

    code: str
    name: str
    country: str
    capital: str
    zone: str
    codes: Mapping[str, Tree]


@dataclass(frozen=True, slots=True)
class Dataset(Record):
    """What the whole dataset is about."""

    title: str
    window: Date
    sides: Mapping[str, Side]
    time_rule: str
    counted_settings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note(Part):
    """What is written about records or instead of one; it has an id of its own kind and is no record."""

    id: str


@dataclass(frozen=True, slots=True)
class SecondReading(Note):
    """What was found when one path of a record was read again; `id` is that of the record."""

    number: int
    path: str
    verdict: str
    source: str | None
    read_on: Date
    method: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Retirement(Note):
    """An id that names no record any more."""

    successor: str | None
    because: str | None


@dataclass(frozen=True, slots=True)
class Lead(Note):
    """A contact that no source supports well enough."""

    title: str
    window: Date
    heard: str
    because: str


@dataclass(frozen=True, slots=True)
class Search(Note):
    """A search that was made for a part of the window."""

    feed: str
    window: Date
    query: str
    run_on: Date
    read: int
    made: int
    status: str
