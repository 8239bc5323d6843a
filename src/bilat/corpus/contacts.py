"""What enters counts of contacts: the counted ones and those only alleged, and who was there together."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from bilat.corpus import months
from bilat.corpus.months import Weight
from bilat.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bilat.corpus import Corpus
    from bilat.corpus.facts import Attendee, Facts
    from bilat.records.model import Meeting

# A denial alone, or an announcement that nobody bore out, does not put a person into a room.
_ABSENT: Final = ("denied", "expected")
_APART: Final = ("written", "via-intermediary")
_TALKED: Final = ("discussed", "raised")


class Contact(Frozen):
    """A record that counts as a contact, or would if what is alleged of it were so."""

    meeting: Meeting
    facts: Facts

    @property
    def counted(self) -> bool:
        """Whether it counts; if not, it is alleged."""
        return self.facts.counted

    @property
    def firm(self) -> bool:
        """Whether both sides confirm it, or two voices that rest on nothing in common say that it took place."""
        return self.counted and (len(self.facts.confirmed_by) == 2 or self.facts.n_independent >= 2)

    @property
    def by_month(self) -> Mapping[str, Weight]:
        """The months in which it may lie, with its weight in each: at least if firm, as counted, and at most."""
        return {
            month: Weight(weight.low * self.firm, weight.n * self.counted, weight.high)
            for month, weight in months.weights(self.meeting.date).items()
        }


def possible(corpus: Corpus) -> Iterator[Contact]:
    """Yield every counted contact, and every alleged one that would be counted."""
    for id_, facts in corpus.facts.items():
        if facts.counted or _would_count(corpus, corpus.meetings[id_]):
            yield Contact(corpus.meetings[id_], facts)


def counted(corpus: Corpus) -> Iterator[Contact]:
    """Yield every counted contact."""
    return (contact for contact in possible(corpus) if contact.counted)


def _would_count(corpus: Corpus, meeting: Meeting) -> bool:
    """An alleged meeting would; an alleged visit, while no meeting inside it is known or alleged."""
    settings = corpus.dataset.counted_settings if corpus.dataset else ()
    if meeting.status != "alleged" or meeting.setting not in settings:
        return False
    inside = [
        part
        for part in corpus.children.get(meeting.id, ())
        if part.kind == "meeting" and part.status in ("occurred", "alleged")
    ]
    return meeting.kind == "meeting" or (meeting.kind == "visit" and not inside)


def present(facts: Facts) -> list[Attendee]:
    """Return those of whom it is known or inferred that they took part, named or not, in the order of the file."""
    return [person for person in facts.attendees if person.attendance not in _ABSENT]


def rooms(corpus: Corpus, meeting: Meeting) -> list[Facts]:
    """Return who was together in a contact: session by session where sessions are known, else all of them.

    Nobody is together in a letter, or where a third party carried what was said.
    """
    if meeting.mode in _APART:
        return []
    sessions = [
        corpus.facts[part.id]
        for part in corpus.children.get(meeting.id, ())
        if part.kind == "session" and part.status == "occurred"
    ]
    return sessions or [corpus.facts[meeting.id]]


def pairs(found: Iterable[Facts]) -> set[tuple[str, str, bool]]:
    """Return each pair of named people who were in one of these rooms, the lesser id first, and if of one side."""
    return {
        (one.person, other.person, one.entry.side == other.entry.side)
        for room in found
        for one in present(room)
        for other in present(room)
        if one.person and other.person and one.person < other.person
    }


def talked_of(corpus: Corpus, meeting: Meeting) -> dict[str, set[str | None]]:
    """Return the issues that somebody says were discussed or raised, with the sides whose official voices say so.

    None stands for a voice that is no official of either side. What is inferred is nobody's word, and says neither.
    """
    found: dict[str, set[str | None]] = {}
    for claim in corpus.claims[meeting.id]:
        if claim.path.field == "issues" and claim.stance == "asserts" and claim.value in _TALKED:
            side = claim.speaker.side if claim.speaker.official else None
            found.setdefault(claim.path.id or "", set()).add(side)
    return found


def with_ancestors(corpus: Corpus, issues: Mapping[str, set[str | None]]) -> dict[str, set[str | None]]:
    """Return the issues and all wider concepts, each with the voices of everything that it contains."""
    found: dict[str, set[str | None]] = {}
    for issue, voices in issues.items():
        for concept in (issue, *corpus.ancestors_of_issue(issue)):
            found.setdefault(concept, set()).update(voices)
    return found


def total(weights: Iterable[Fraction]) -> float:
    """Return an exact sum as the number that tables show.

    >>> total([Fraction(1, 3), Fraction(2, 3)])
    1.0
    """
    return float(sum(weights, Fraction(0)))
