"""The records that meetings refer to: people, organizations, places, issues, publishers, sources, and dataset.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.records.part import Part, Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilat.edtf import Date
    from bilat.records.document import Tree
    from bilat.records.part import Acceptance, Name


class Tenure(Part):
    """A position that a person held, with the days that its source gives."""

    position: str
    start: Date | None
    end: Date | None
    attested: Date | None
    acting: bool
    source: str
    locator: str | None


class Participant(Record):
    """A person."""

    name: str
    names: tuple[Name, ...]
    wikidata: str | None
    born: Date | None
    not_same: tuple[str, ...]
    tenures: tuple[Tenure, ...]


class Position(Part):
    """A post in an organization; its id is organization/position."""

    id: str
    organization: str
    title: str
    native: str | None
    tier: int
    head: bool


class Organization(Record):
    """An organ of a state, a state, or another body."""

    name: str
    names: tuple[Name, ...]
    country: str | None
    kind: str
    part_of: str | None
    positions: Mapping[str, Position]
    source: str | None


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


class HardCase(Part):
    """A case that was hard to code, worked through."""

    record: str
    text: str


class Issue(Record):
    """A concept of the thesaurus."""

    label: str
    names: tuple[Name, ...]
    definition: str
    broader: str | None
    coding: str | None
    hard_case: HardCase | None


class Publisher(Record):
    """Who brings out a source."""

    name: str
    country: str | None
    kind: str
    organization: str | None


class Relay(Part):
    """That a source rests on another one, and how."""

    source: str
    how: str


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
    accept: tuple[Acceptance, ...]


class Side(Part):
    """One of the two sides of the dataset."""

    code: str
    name: str
    country: str
    capital: str
    zone: str
    codes: Mapping[str, Tree]


class Dataset(Record):
    """What the whole dataset is about."""

    title: str
    window: Date
    sides: Mapping[str, Side]
    time_rule: str
    counted_settings: tuple[str, ...]
