"""The whole, resolved: every record by id, and what follows from all of them together.

In go the records of one tree. Out come claims with stance and relation, offices held on the day, origins, and derived
facts; every value still knows its file and line. Pure: nothing is read or written. May import the floor and records.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bilat.corpus import claims as _claims
from bilat.corpus import encounters as _encounters
from bilat.corpus import facts as _facts
from bilat.corpus import names as _names
from bilat.corpus.index import Index

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilat.corpus.claims import Claim
    from bilat.corpus.encounters import Key, Stay
    from bilat.corpus.facts import Facts
    from bilat.corpus.names import Sound
    from bilat.records import Reading
    from bilat.records.model import Meeting, Participant

__all__ = ["Corpus", "resolve"]


class Corpus(Index):
    """All records, with their claims and facts; each is worked out once, when it is first asked for."""

    @cached_property
    def claims(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims about each meeting record."""
        return {id_: _claims.of_meeting(self, meeting) for id_, meeting in self.meetings.items()}

    @cached_property
    def registry_claims(self) -> tuple[Claim, ...]:
        """The claims that names and tenures make through their sources."""
        return tuple(_claims.of_registry(self))

    @cached_property
    def draft_claims(self) -> Mapping[tuple[str, str], tuple[Claim, ...]]:
        """The claims that each first draft makes, by record and letter."""
        return {key: _claims.of_meeting(self, draft) for key, draft in self.drafts.items()}

    @cached_property
    def facts(self) -> Mapping[str, Facts]:
        """What follows from each meeting record."""
        return {id_: _facts.of(self, meeting, self.claims[id_]) for id_, meeting in self.meetings.items()}

    @cached_property
    def by_principals(self) -> Mapping[Key, tuple[Meeting, ...]]:
        """The meetings and visits that the same people led."""
        return _encounters.by_principals(self)

    @cached_property
    def by_stay(self) -> Mapping[Stay, tuple[Meeting, ...]]:
        """The records at which a person was on a certain day."""
        return _encounters.by_stay(self)

    @cached_property
    def by_spelling(self) -> Mapping[str, tuple[Participant, ...]]:
        """The people who go by each name."""
        return _names.by_spelling(self)

    @cached_property
    def by_sound(self) -> Mapping[Sound, tuple[Participant, ...]]:
        """The people of one body whose names sound alike."""
        return _names.by_sound(self)


def resolve(reading: Reading) -> Corpus:
    """Put the records of one tree together."""
    return Corpus(reading)
