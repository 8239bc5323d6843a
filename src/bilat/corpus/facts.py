"""What follows from a record and its claims: who was there in what office, at what level, confirmed by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.corpus import compare, origins, tenures
from bilat.frozen import Frozen, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bilat.corpus.claims import Claim
    from bilat.corpus.index import Index
    from bilat.records.model import Meeting, Participation

ROLES: Final = ("head", "principal", "sender", "recipient", "intermediary", "member", "interpreter", "unspecified")
LEADING: Final = ROLES[:4]
_TOLD_BEFORE: Final = {"initiated_by", "mandated_by", "announced"}


class Attendee(Frozen):
    """One person or unnamed group at an encounter, with the office held on the day and how sure the attendance is."""

    entry: Participation
    role: str
    person: str | None
    position: str | None
    tier: int | None
    attendance: str
    inherited_from: str | None


class Facts(Frozen):
    """What follows from a record; `by_side` maps are keyed by the code of a side."""

    attendees: tuple[Attendee, ...]
    tier_by_side: Mapping[str, int]
    confirmed_by: tuple[str, ...]
    n_sources: int
    n_independent: int
    contested: tuple[str, ...]
    is_contact: bool
    counted: bool
    track: str | None

    @property
    def tier_dyad(self) -> int | None:
        """The level that both sides reached at least; None unless both are known."""
        return max(self.tier_by_side.values()) if len(self.tier_by_side) == 2 else None


def of(index: Index, meeting: Meeting, claims: Sequence[Claim]) -> Facts:
    """Derive the facts of one record."""
    attendees = tuple(_attendees(index, meeting, claims))
    contact = _is_contact(index, meeting)
    settings = index.dataset.counted_settings if index.dataset else ()
    asserted = [c for c in claims if c.path.text == "status" and c.stance == "asserts" and c.relation == "agrees"]
    return Facts(
        attendees,
        _tiers(attendees),
        confirmed_by(claims),
        len({claim.source for claim in claims if claim.source and not claim.is_ours}),
        origins.independent(claim.origins for claim in asserted),
        tuple(sorted(contested(index, meeting, claims))),
        contact,
        contact and meeting.setting in settings,
        _track(index, attendees) if meeting.kind != "series" else None,
    )


def confirmed_by(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the sides of which an official voice says, on a known day, that the encounter took place."""
    return tuple(
        sorted(
            {
                claim.speaker.side
                for claim in claims
                if claim.path.text == "status" and claim.stance == "asserts" and claim.value == "occurred"
                if claim.speaker.official and claim.speaker.side and claim.spoke_on
            }
        )
    )


def contested(index: Index, meeting: Meeting, claims: Iterable[Claim]) -> Iterator[str]:
    """Yield every path that one voice asserts and another denies, or of which two state what cannot both be so.

    A plan contests nothing once the encounter has occurred, so what was said of it before it began is left out then;
    who asked for it and who announced it are rightly told beforehand.
    """
    about: dict[str, list[Claim]] = {}
    for claim in claims:
        overtaken = (
            meeting.status == "occurred" and claim.path.text not in _TOLD_BEFORE and spoke_before(meeting, claim)
        )
        if not claim.is_ours and not overtaken:
            about.setdefault(claim.path.text, []).append(claim)
    for path, found in about.items():
        asserted = [claim for claim in found if claim.stance == "asserts"]
        denied = asserted and any(claim.stance == "denies" for claim in found)
        if denied or _clash(index, found[0], sorted({claim.value for claim in asserted if claim.value})):
            yield path
    yield from _rivals(meeting)


def _rivals(meeting: Meeting) -> Iterator[str]:
    """Yield the outcomes and statements that answer one question differently: they share its name."""
    answers: dict[str, list[str]] = {}
    for field, results in (("outcomes", meeting.outcomes.values()), ("statements", meeting.statements.values())):
        for result in results:
            if result.question:
                answers.setdefault(result.question, []).append(f"{field}.{result.id}")
    for rivals in answers.values():
        if len(rivals) > 1:
            yield from rivals


def spoke_before(meeting: Meeting, claim: Claim) -> bool:
    """Say whether a voice spoke, as far as its day is known, wholly before the earliest day of the record."""
    said = claim.spoke_on.latest if claim.spoke_on else None
    return bool(said and meeting.date.earliest and said < meeting.date.earliest)


def _clash(index: Index, claim: Claim, values: list[str]) -> bool:
    return any(
        compare.relation(index, claim.path, one, other) == "differs"
        for number, one in enumerate(values)
        for other in values[number + 1 :]
    )


def _is_contact(index: Index, meeting: Meeting) -> bool:
    """An occurred meeting is a contact; an occurred visit only while no occurred meeting inside it is known."""
    if meeting.status != "occurred":
        return False
    inside = [
        part for part in index.children.get(meeting.id, ()) if part.status == "occurred" and part.kind == "meeting"
    ]
    return meeting.kind == "meeting" or (meeting.kind == "visit" and not inside)


def _attendees(index: Index, meeting: Meeting, claims: Sequence[Claim]) -> Iterator[Attendee]:
    """Yield the people of a record and those of its sessions, each once and in the higher of several roles."""
    entries: dict[tuple[str, str], tuple[Participation, str | None]] = {
        (entry.side, entry.id): (entry, None) for entry in meeting.people()
    }
    sessions = [part for part in index.children.get(meeting.id, ()) if part.kind == "session"]
    for session in sorted(sessions, key=lambda found: found.id):
        for entry in session.people():
            known = entries.get((entry.side, entry.id))
            if known is None:
                entries[entry.side, entry.id] = (entry, session.id)
            elif _rank(entry.role) < _rank(known[0].role):
                entries[entry.side, entry.id] = (replace(known[0], role=entry.role), known[1])
    for entry, inherited in entries.values():
        yield _attendee(index, meeting, entry, inherited, claims)


def _rank(role: str) -> int:
    return ROLES.index(role)


def _attendee(
    index: Index, meeting: Meeting, entry: Participation, inherited: str | None, claims: Sequence[Claim]
) -> Attendee:
    position = entry.position or _position(index, meeting, entry)
    post = index.positions.get(position or "")
    about = [claim for claim in claims if claim.path.text == f"participants.{entry.side}.{entry.id}"]
    expected = any(claim.path.text == f"participants.{entry.side}.{entry.id}.attendance" for claim in claims)
    person = None if entry.unnamed else entry.id
    tier = post.tier if post else None
    return Attendee(entry, entry.role, person, position, tier, attendance(about, expected=expected), inherited)


def _position(index: Index, meeting: Meeting, entry: Participation) -> str | None:
    """Look up the position by date; several that one cannot choose between give none, and a rule says so."""
    if entry.unnamed:
        return None
    held = tenures.positions_on(index, entry.id, meeting.date.span)
    own = [found.position for found in held if index.side_of_position(found.position) == entry.side]
    return own[0] if len(own) == 1 else None


def attendance(about: Iterable[Claim], *, expected: bool) -> str:
    """Return how sure it is that somebody took part, from the claims about it."""
    claims = list(about)
    asserted = [claim for claim in claims if claim.stance == "asserts" and not claim.is_ours]
    if any(claim.speaker.official for claim in asserted):
        return "confirmed"
    if asserted:
        return "reported"
    if expected:
        return "expected"
    return "denied" if any(claim.stance == "denies" for claim in claims) else "inferred"


def _tiers(attendees: Iterable[Attendee]) -> dict[str, int]:
    found: dict[str, int] = {}
    for person in attendees:
        if person.tier is not None and person.attendance != "denied":
            found[person.entry.side] = min(person.tier, found.get(person.entry.side, person.tier))
    return found


def _track(index: Index, attendees: Iterable[Attendee]) -> str | None:
    """Return the first term of the vocabulary track that fits the offices of those who led each side."""
    kinds: dict[str, set[str]] = {}
    tiers: dict[str, set[int]] = {}
    for person in _leaders(attendees):
        post = index.positions.get(person.position or "")
        body = index.organizations.get(post.organization) if post else None
        if post and body:
            kinds.setdefault(person.entry.side, set()).add(body.kind)
            tiers.setdefault(person.entry.side, set()).add(post.tier)
    if len(kinds) < 2:
        return None
    return _fitting(list(kinds.values()), list(tiers.values()))


def _leaders(attendees: Iterable[Attendee]) -> list[Attendee]:
    people = list(attendees)
    return [person for person in people if person.role in LEADING] or people


def _fitting(kinds: list[set[str]], tiers: list[set[int]]) -> str:
    either, both = set.union(*kinds), set.intersection(*kinds)
    if all(1 in levels for levels in tiers):
        return "presidential"
    if all(found & {"foreign-ministry", "mission"} for found in kinds):
        return "foreign-ministry"
    for kind in ("security-council", "intelligence"):
        if kind in either:
            return kind
    return next((kind for kind in ("military", "law-enforcement") if kind in both), "other")
