"""Which position a person held on the days of an encounter, from tenures that are dated or only attested."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.edtf import Days
from bilat.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus.index import Index
    from bilat.records.model import Meeting, Participant, Participation, Tenure

# "Is director" on one day says nothing about other days; people in such posts rarely change within these.
NEAR_DAYS: Final = 90
FAR_DAYS: Final = 400


class Held(Frozen):
    """A position that a person held on certain days, and how many days away the nearest proof of it is."""

    tenure: Tenure
    position: str
    days_off: int


def positions_on(index: Index, person: str, days: Days) -> list[Held]:
    """Return the positions a person held on those days, those with the nearest proof only.

    A tenure with a known first or last day that takes in the days is proof itself. One that is only attested counts
    up to FAR_DAYS away, and only while no tenure stands nearer.
    """
    record = index.participants.get(person)
    held = [found for tenure in (record.tenures if record else ()) if (found := _held(tenure, days))]
    near = [found for found in held if found.days_off <= NEAR_DAYS]
    least = min((found.days_off for found in held), default=0)
    return _once(near or [found for found in held if found.days_off == least])


def looked_up(index: Index, meeting: Meeting) -> Iterator[tuple[Participation, list[Held]]]:
    """Yield everybody whose office is looked up by date, with the positions, of whatever side, held on the days."""
    for entry in meeting.people():
        if entry.position is None and entry.unnamed is None and entry.id in index.participants:
            yield entry, positions_on(index, entry.id, meeting.date.span)


def known_tenures(record: Participant) -> str:
    """List what is known of a person's positions, for a message."""
    return "; ".join(f"{tenure.position} {_when(tenure)}" for tenure in record.tenures) or "none"


def _held(tenure: Tenure, days: Days) -> Held | None:
    first = tenure.start.earliest if tenure.start else None
    last = tenure.end.latest if tenure.end else None
    if not Days(first, last).touches(days):
        return None
    if first or last:
        return Held(tenure, tenure.position, 0 if first and last else _open_gap(tenure, days))
    gap = _gap(tenure, days)
    return Held(tenure, tenure.position, gap) if gap <= FAR_DAYS else None


def _open_gap(tenure: Tenure, days: Days) -> int:
    """A tenure open at one end is proof up to where it was last attested, and good to believe around it."""
    return min(_gap(tenure, days), NEAR_DAYS)


def _gap(tenure: Tenure, days: Days) -> int:
    seen = tenure.attested
    if not (seen and seen.earliest and seen.latest) or (days.first is None and days.last is None):
        return NEAR_DAYS
    if days.last and seen.earliest > days.last:
        return (seen.earliest - days.last).days
    if days.first and seen.latest < days.first:
        return (days.first - seen.latest).days
    return 0


def _once(held: list[Held]) -> list[Held]:
    """Keep one entry a position: several sources may attest the same one."""
    best: dict[str, Held] = {}
    for found in sorted(held, key=lambda found: (found.days_off, found.position)):
        best.setdefault(found.position, found)
    return list(best.values())


def _when(tenure: Tenure) -> str:
    if tenure.start or tenure.end:
        start = tenure.start.text if tenure.start else ".."
        return f"from {start} until {tenure.end.text if tenure.end else '..'}"
    return f"attested {tenure.attested.text}" if tenure.attested else ""
