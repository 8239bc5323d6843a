"""Uncertain dates: a small, exact subset of the Extended Date/Time Format (EDTF, Library of Congress, 2019).

`YYYY`, `YYYY-MM`, `YYYY-MM-DD`, each with an optional `?` (uncertain), `~` (approximate) or `%` (both); `A/B`, `../B`
and `A/..` for something that lasted from A through B; a list, which is EDTF's set, for something on one of several
days, in which `A..B` means any day from A through B.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING, Literal

from bilat.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Means = Literal["day", "throughout", "one-of"]
Relation = Literal["agrees", "less-precise", "more-precise", "differs"]
Bound = date | None

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")
OPEN = ".."


class NotADate(ValueError):
    """The text is no date of the subset; `help` says what to write instead."""

    def __init__(self, message: str, help: str) -> None:  # noqa: A002 - the word that findings use
        super().__init__(message)
        self.help = help


class Days(Frozen):
    """A run of days from the first through the last; None is an open end."""

    first: Bound
    last: Bound

    def covers(self, other: Days) -> bool:
        """Say whether every day of the other run is one of this run."""
        return _earlier(self.first, other.first) and _later(self.last, other.last)

    def touches(self, other: Days) -> bool:
        """Say whether the two runs have a day in common."""
        return (self.first is None or other.last is None or self.first <= other.last) and (
            other.first is None or self.last is None or other.first <= self.last
        )


class Date(Frozen):
    """A parsed date: which days it may or does stand for, and how its writer qualified it.

    `options` has one run of days for a date and for something that lasted, and one for each member of a set.
    `start` and `end` are the first and last day of something that lasted, each of which may itself be a month or year.
    """

    text: str
    options: tuple[Days, ...]
    means: Means
    start: Days
    end: Days
    uncertain: bool = False
    approximate: bool = False

    @property
    def earliest(self) -> Bound:
        """The earliest possible day; None where the start is open."""
        return _least(option.first for option in self.options)

    @property
    def latest(self) -> Bound:
        """The latest possible day; None where the end is open."""
        return _most(option.last for option in self.options)

    @property
    def span(self) -> Days:
        """The run from the earliest through the latest possible day."""
        return Days(self.earliest, self.latest)

    @property
    def precision(self) -> str:
        """The term of the vocabulary date-precision for the length of the span."""
        if self.earliest is None or self.latest is None:
            return "wider"
        length = (self.latest - self.earliest).days + 1
        return "day" if length == 1 else "week" if length <= 7 else "month" if length <= 31 else "wider"


def parse(value: str | int | Sequence[str | int]) -> Date:
    """Read a date as a record writes it.

    Raises:
        NotADate: The value is outside the subset, names a day that does not exist, or ends before it starts.

    >>> parse("2021-06").earliest, parse("2021-06").latest
    (datetime.date(2021, 6, 1), datetime.date(2021, 6, 30))
    >>> parse(["2021-11-02", "2021-11-03"]).means
    'one-of'
    """
    if isinstance(value, str | int):
        return _single(str(value))
    return _set([str(member) for member in value])


def compare(claim: Date, preferred: Date) -> Relation:
    """Say how a claimed date stands to the preferred one.

    A claim of one day against something that lasted over that day names a part of it, and is less precise.
    """
    if (_merged(claim), claim.means) == (_merged(preferred), preferred.means):
        return "agrees"
    if _contains(claim, preferred) or (preferred.means == "throughout" and preferred.span.covers(claim.span)):
        return "less-precise"
    return "more-precise" if _contains(preferred, claim) else "differs"


def _contains(wide: Date, narrow: Date) -> bool:
    """Every possibility of the narrow date is one of the wide one; what lasted holds no other possibility."""
    if wide.means == "throughout" and narrow.means != "throughout":
        return False
    if wide.means == "throughout":
        return wide.start.covers(narrow.start) and wide.end.covers(narrow.end)
    return all(any(option.covers(inner) for option in _merged(wide)) for inner in narrow.options)


def _merged(date_: Date) -> list[Days]:
    """Return the runs of days in order and without overlap, so that each way to write the same days gives the same."""
    found: list[Days] = []
    for days in sorted(date_.options, key=lambda days: days.first or date.min):
        before = found[-1] if found else None
        if before and before.last and days.first and days.last and (days.first - before.last).days <= 1:
            found[-1] = Days(before.first, max(before.last, days.last))
        else:
            found.append(days)
    return found


def _single(text: str) -> Date:
    if "/" in text:
        return _interval(text)
    days, mark = _point(text)
    return Date(text, (days,), _means(days), days, days, mark in ("?", "%"), mark in ("~", "%"))


def _interval(text: str) -> Date:
    left, _, right = text.partition("/")
    if OPEN == left == right:
        raise NotADate(f"`{text}` is open at both ends", "name the day, month or year of at least one end")
    if not left or not right:
        raise NotADate(f"`{text}` leaves an end empty", "write .. for an open end")
    start, first_mark = _end(left)
    end, last_mark = _end(right)
    if start.first and end.last and end.last < start.first:
        raise NotADate(f"`{text}` ends before it starts", f"write {right}/{left} if the two were swapped")
    marks = first_mark + last_mark
    return Date(
        text,
        (Days(start.first, end.last),),
        "throughout",
        start,
        end,
        "?" in marks or "%" in marks,
        "~" in marks or "%" in marks,
    )


def _end(text: str) -> tuple[Days, str]:
    return (Days(None, None), "") if text == OPEN else _point(text)


def _set(members: Sequence[str]) -> Date:
    if not members:
        raise NotADate("a set of dates has no member", "leave the brackets out and write the date")
    options, marks = [], ""
    for member in members:
        first, dots, last = member.partition(OPEN)
        if dots and not (first and last):
            raise NotADate(f"`{member}` leaves an end empty", "name both days; for what lasted, write A/B")
        start, mark = _point(first)
        end, end_mark = _point(last) if dots else (start, "")
        if start.first and end.last and end.last < start.first:
            raise NotADate(f"`{member}` ends before it starts", f"write {last}..{first} if the two were swapped")
        options.append(Days(start.first, end.last))
        marks += mark + end_mark
    whole = Days(_least(o.first for o in options), _most(o.last for o in options))
    text = f"[{','.join(members)}]"
    uncertain, approximate = "?" in marks or "%" in marks, "~" in marks or "%" in marks
    return Date(text, tuple(options), _means(whole), whole, whole, uncertain, approximate)


def _means(days: Days) -> Means:
    return "day" if days.first == days.last else "one-of"


def _point(text: str) -> tuple[Days, str]:
    found = _POINT.fullmatch(text)
    if not found:
        raise NotADate(
            f"`{text}` is not a date as records write it",
            "write YYYY-MM-DD, YYYY-MM or YYYY, with ? if doubtful; A/B if it lasted; a list if it was one of several",
        )
    year, month, day, mark = int(found[1]), found[2], found[3], found[4]
    if not year:
        raise NotADate(f"`{text}` names no year of our calendar", "write the year with four digits")
    if not month:
        return Days(date(year, 1, 1), date(year, 12, 31)), mark
    return _month(text, year, int(month), day), mark


def _month(text: str, year: int, month: int, day: str | None) -> Days:
    if not 1 <= month <= 12:
        raise NotADate(
            f"`{text}` has no month {month:02}",
            "months run from 01 to 12; if day and month were swapped, swap them back",
        )
    length = calendar.monthrange(year, month)[1]
    if not day:
        return Days(date(year, month, 1), date(year, month, length))
    if not 1 <= int(day) <= length:
        raise NotADate(
            f"`{text}` does not exist; {calendar.month_name[month]} {year} has {length} days",
            f"if only the month is known, write {year:04}-{month:02}; if the day is doubtful, mark it with ?",
        )
    return Days(date(year, month, int(day)), date(year, month, int(day)))


def _least(bounds: Iterable[Bound]) -> Bound:
    found = list(bounds)
    return None if None in found else min(day for day in found if day)


def _most(bounds: Iterable[Bound]) -> Bound:
    found = list(bounds)
    return None if None in found else max(day for day in found if day)


def _earlier(mine: Bound, other: Bound) -> bool:
    return mine is None or (other is not None and mine <= other)


def _later(mine: Bound, other: Bound) -> bool:
    return mine is None or (other is not None and mine >= other)
