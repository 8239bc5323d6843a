"""In which calendar months a date falls, and with what weight each counts; a month is the text YYYY-MM.

What lasted is shared by its days between months, so that the shares sum to one. What was on one of several days is
one whole contact in the month that holds most of them, the earlier of two alike: no other choice is right as often.
The bounds tell the rest: such a contact is sure of a month only if that month holds all its days, and possible in
every month that holds one.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from bilat.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilat.edtf import Date, Days


class Weight(Frozen):
    """How much there is of something: at least, as counted, and at most. Fractions, so that shares sum exactly."""

    low: Fraction
    n: Fraction
    high: Fraction

    def __add__(self, other: Weight) -> Weight:
        return Weight(self.low + other.low, self.n + other.n, self.high + other.high)


NOTHING: Final = Weight(Fraction(0), Fraction(0), Fraction(0))


def of(day: date) -> str:
    """Return the month of a day.

    >>> of(date(2021, 6, 16))
    '2021-06'
    """
    return day.isoformat()[:7]


def days(run: Days) -> list[date]:
    """Return every day of a run; of an open one, only the end that is known.

    >>> from bilat import edtf
    >>> len(days(edtf.parse("2021-06").span)), days(edtf.parse("../2021-06-16").span)
    (30, [datetime.date(2021, 6, 16)])
    """
    first, last = run.first or run.last, run.last or run.first
    if first is None or last is None:
        return []
    return [date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)]


def spread(when: Date) -> dict[str, int]:
    """Return how many of the possible days of a date lie in each month, in the order of the months.

    >>> from bilat import edtf
    >>> spread(edtf.parse(["2021-06-30", "2021-07-01..2021-07-02"]))
    {'2021-06': 1, '2021-07': 2}
    """
    possible = {day for run in when.options for day in days(run)}
    return dict(sorted(Counter(of(day) for day in possible).items()))


def weights(when: Date) -> Mapping[str, Weight]:
    """Return the months of a date with the weight of one contact in each.

    >>> from bilat import edtf
    >>> [str(weight.n) for weight in weights(edtf.parse("2021-06-30/2021-07-02")).values()]
    ['1/3', '2/3']
    >>> [str(weight.n) for weight in weights(edtf.parse(["2021-06-30", "2021-07-01..2021-07-02"])).values()]
    ['0', '1']
    """
    held = spread(when)
    if when.means == "throughout":
        shares = {month: Fraction(number, sum(held.values())) for month, number in held.items()}
        return {month: Weight(share, share, share) for month, share in shares.items()}
    likeliest = max(held, key=lambda month: held[month])
    low = Fraction(len(held) == 1)
    return {month: Weight(low, Fraction(month == likeliest), Fraction(1)) for month in held}


def sure_days(when: Date) -> set[date]:
    """Return the days on which it certainly was: its only day, or what lies between the ends of what lasted.

    >>> from bilat import edtf
    >>> len(sure_days(edtf.parse("2021-06-10/2021-06-12"))), len(sure_days(edtf.parse("2021-06-10/2021-07")))
    (3, 22)
    >>> sure_days(edtf.parse(["2021-06-10", "2021-06-12"]))
    set()
    """
    if when.means == "one-of":
        return set()
    ends = {end.first for end in (when.start, when.end) if end.first and end.first == end.last}
    first, last = when.start.last, when.end.first
    if not (first and last):
        return ends
    return ends | {date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)}
