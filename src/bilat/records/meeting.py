"""The record of a meeting, visit, session or series, with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.frozen import Frozen
from bilat.records.part import Part, Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bilat.edtf import Date
    from bilat.records.document import Tree
    from bilat.records.part import Acceptance

RELATIONS: Final = ("part_of", "in_series", "follows", "replies_to", "replaces", "agreed_at")
# The fields that name people, by the vocabulary term for what each person did.
CREDITED: Final = {"contributor": "contributors", "reviewer": "reviewed_by"}


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


class Statement(Part):
    """Something that a voice says about a meeting which is no value of it."""

    id: str
    type: str
    issue: str | None
    valence: str | None
    text: str
    about: Date | None
    question: str | None


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


class Voice(Frozen):
    """Who says something: an id, or an anonymous voice as its source describes it."""

    id: str | None
    anonymous: str | None
    side: str | None
    of: str | None


class Assertion(Part):
    """One path in an evidence item: the verb under which it stands, and the value if one is given."""

    verb: str
    path: str
    value: Tree


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
    credits: Mapping[str, tuple[str, ...]]

    @property
    def part_of(self) -> str | None:
        """The visit or meeting inside which this took place."""
        return next(iter(self.relations.get("part_of", ())), None)

    def people(self) -> Iterator[Participation]:
        """Yield everybody on either side, in the order of the file."""
        for side in self.participants.values():
            yield from side
