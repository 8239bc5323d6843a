"""Which records may be one encounter, and who was where on a day: buckets, so that nobody compares all with all."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bilat.corpus.facts import LEADING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from bilat.corpus.index import Index
    from bilat.edtf import Date
    from bilat.records.model import Meeting

FAR_KM: Final = 300
_NEAR_DAYS: Final = 3
_REMOTE: Final = ("phone", "video", "written")
_EARTH_KM: Final = 6371
# What lasted longer says too little about any one day of it.
_MOST_DAYS: Final = 31

Key = tuple[str, frozenset[tuple[str, str]]]
Stay = tuple[str, "date"]


def principals(meeting: Meeting) -> Key | None:
    """Return the kind of a record with those who led in it; None if a side that has to be there names nobody.

    A visit is that of the people who lead it; a meeting that of people on both sides.
    """
    found = {
        (side, entry.id)
        for side, people in meeting.participants.items()
        for entry in ([e for e in people if e.role in LEADING] or people)
        if entry.unnamed is None
    }
    needed = {"meeting": 2, "visit": 1}.get(meeting.kind)
    return (meeting.kind, frozenset(found)) if needed and len({side for side, _ in found}) >= needed else None


def by_principals(index: Index) -> dict[Key, tuple[Meeting, ...]]:
    """Return the meetings and visits led by the same people, in the order of their ids."""
    found: dict[Key, list[Meeting]] = {}
    for _, meeting in sorted(index.meetings.items()):
        if key := principals(meeting):
            found.setdefault(key, []).append(meeting)
    return {key: tuple(meetings) for key, meetings in found.items()}


def by_stay(index: Index) -> dict[Stay, tuple[Meeting, ...]]:
    """Return the records at which a named person was bodily on a certain day, in the order of their ids."""
    found: dict[Stay, list[Meeting]] = {}
    for _, meeting in sorted(index.meetings.items()):
        for person in _bodily(meeting):
            for day in certain_days(meeting):
                found.setdefault((person, day), []).append(meeting)
    return {stay: tuple(meetings) for stay, meetings in found.items()}


def certain_days(meeting: Meeting) -> Iterator[date]:
    """Yield the day of a record, or those of a longer one on which nobody came or went."""
    when = meeting.date
    if when.uncertain or when.approximate:
        return
    if when.means == "day" and when.earliest:
        yield when.earliest
    elif when.means == "throughout" and when.start.last and when.end.first:
        for number in range(1, min((when.end.first - when.start.last).days, _MOST_DAYS)):
            yield when.start.last + timedelta(days=number)


def before(found: Mapping[Key, tuple[Meeting, ...]], meeting: Meeting) -> Iterator[Meeting]:
    """Yield the records of smaller ids that the same people led and that no link tells apart from this one."""
    key = principals(meeting)
    for other in found.get(key, ()) if key else ():
        if other.id < meeting.id and not are_linked(meeting, other):
            yield other


def are_surely_one(index: Index, one: Meeting, other: Meeting) -> bool:
    """Say whether two records led by the same people agree in days, mode and place, all of them known."""
    firm = all(found.status == "occurred" and _is_to_the_day(found.date) for found in (one, other))
    placed = one.place is not None or one.mode in _REMOTE
    return firm and placed and one.mode == other.mode and days_apart(index, one, other) == 0


def days_apart(index: Index, one: Meeting, other: Meeting) -> int | None:
    """Return how many days lie between two records that may be one; None if they are too far from each other for it."""
    spans = one.date.span, other.date.span
    if (one.mode and other.mode and one.mode != other.mode) or not may_be_one_place(index, one.place, other.place):
        return None
    firsts, lasts = [span.first for span in spans if span.first], [span.last for span in spans if span.last]
    if len(firsts) + len(lasts) < 4 or any((b - a).days > _MOST_DAYS for a, b in zip(firsts, lasts, strict=True)):
        return None
    days = max(0, (max(firsts) - min(lasts)).days)
    return days if days <= _NEAR_DAYS else None


def are_linked(one: Meeting, other: Meeting) -> bool:
    """Say whether one of two records names the other as what it follows, answers, replaces or is part of."""
    return any(there.id in ids for here, there in ((one, other), (other, one)) for ids in here.relations.values())


def may_be_one_place(index: Index, one: str | None, other: str | None) -> bool:
    """Say whether two places are the same, or one lies in the other, or one is not known."""
    if one is None or other is None or one == other:
        return True
    return other in index.around(one) or one in index.around(other)


def far_apart(index: Index, one: str, other: str) -> str:
    """Say in words how far two places are from each other, if that is far; without coordinates, countries decide."""
    if may_be_one_place(index, one, other):
        return ""
    spots = _spot(index, one), _spot(index, other)
    if spots[0] and spots[1]:
        distance = _kilometres(spots[0], spots[1])
        return f"about {round(distance, -1):.0f} km apart" if distance > FAR_KM else ""
    countries = index.country_of(one), index.country_of(other)
    return f"in {countries[0]} and {countries[1]}" if all(countries) and countries[0] != countries[1] else ""


def _is_to_the_day(when: Date) -> bool:
    ends = (when.start, when.end)
    return when.means != "one-of" and not when.uncertain and all(end.first and end.first == end.last for end in ends)


def _bodily(meeting: Meeting) -> Iterator[str]:
    remote = meeting.kind == "meeting" and meeting.mode != "in-person"
    if meeting.status == "occurred" and meeting.place and not remote and meeting.kind in ("meeting", "visit"):
        yield from (e.id for e in meeting.people() if e.unnamed is None and e.capacity not in ("remote", "host"))


def _spot(index: Index, place: str) -> tuple[float, float] | None:
    for id_ in (place, *index.around(place)):
        found = index.places.get(id_)
        if found and found.type != "country" and found.lat is not None and found.lon is not None:
            return found.lat, found.lon
    return None


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance along a great circle."""
    (lat, lon), (lat2, lon2) = ([math.radians(angle) for angle in spot] for spot in (one, other))
    half = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))
