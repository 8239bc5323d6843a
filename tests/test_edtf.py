"""Which dates a record may write, what days they stand for, and how two of them compare."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilat import edtf

Written = str | int | list[str | int]

FORM = "write YYYY-MM-DD, YYYY-MM or YYYY, with ? if doubtful; A/B if it lasted; a list if it was one of several"
MONTHS = "months run from 01 to 12; if day and month were swapped, swap them back"
EMPTY = "write .. for an open end"
BOTH = "name both days; for what lasted, write A/B"


def doubt(month: str) -> str:
    """Return the advice for a day that its month has not."""
    return f"if only the month is known, write {month}; if the day is doubtful, mark it with ?"


def swap(turned: str) -> str:
    """Return the advice for what ends before it starts."""
    return f"write {turned} if the two were swapped"


# Written, first day, last day, meaning, marks, precision.
ACCEPTED: tuple[tuple[Written, str, str, str, str, str], ...] = (
    (2021, "2021-01-01", "2021-12-31", "one-of", "", "wider"),
    ("2021", "2021-01-01", "2021-12-31", "one-of", "", "wider"),
    ("2021?", "2021-01-01", "2021-12-31", "one-of", "?", "wider"),
    ("2021-06", "2021-06-01", "2021-06-30", "one-of", "", "month"),
    ("2021-07~", "2021-07-01", "2021-07-31", "one-of", "~", "month"),
    ("2020-02", "2020-02-01", "2020-02-29", "one-of", "", "month"),
    ("2021-06-16", "2021-06-16", "2021-06-16", "day", "", "day"),
    ("2021-06-16%", "2021-06-16", "2021-06-16", "day", "?~", "day"),
    ("2020-02-29", "2020-02-29", "2020-02-29", "day", "", "day"),
    ("0001-01-01", "0001-01-01", "0001-01-01", "day", "", "day"),
    ("9999", "9999-01-01", "9999-12-31", "one-of", "", "wider"),
    ("2021-06-16/2021-06-18", "2021-06-16", "2021-06-18", "throughout", "", "week"),
    ("2021-06-16/2021-06-16", "2021-06-16", "2021-06-16", "throughout", "", "day"),
    ("2021-06/2021-08", "2021-06-01", "2021-08-31", "throughout", "", "wider"),
    ("2021-06-15/2021-06", "2021-06-15", "2021-06-30", "throughout", "", "month"),
    ("2021/2022-02-24", "2021-01-01", "2022-02-24", "throughout", "", "wider"),
    ("2021-06-16?/2021-06-18~", "2021-06-16", "2021-06-18", "throughout", "?~", "week"),
    ("2021-06-16/..", "2021-06-16", "", "throughout", "", "wider"),
    ("../2021-06-16", "", "2021-06-16", "throughout", "", "wider"),
    (["2021-11-02"], "2021-11-02", "2021-11-02", "day", "", "day"),
    (["2021-11-02", "2021-11-03"], "2021-11-02", "2021-11-03", "one-of", "", "week"),
    (["2021-11-03", "2021-11-02?"], "2021-11-02", "2021-11-03", "one-of", "?", "week"),
    (["2021-11-02..2021-11-08"], "2021-11-02", "2021-11-08", "one-of", "", "week"),
    (["2021-11-02..2021-11-09~"], "2021-11-02", "2021-11-09", "one-of", "~", "month"),
    ([2021, "2022-01"], "2021-01-01", "2022-01-31", "one-of", "", "wider"),
)
REFUSED: tuple[tuple[Written, str, str], ...] = (
    ("", "`` is not a date as records write it", FORM),
    ("16.06.2021", "`16.06.2021` is not a date as records write it", FORM),
    ("2021-6-16", "`2021-6-16` is not a date as records write it", FORM),
    ("2021-06-16T10:00", "`2021-06-16T10:00` is not a date as records write it", FORM),
    ("21", "`21` is not a date as records write it", FORM),
    (20210616, "`20210616` is not a date as records write it", FORM),
    ("-2021", "`-2021` is not a date as records write it", FORM),
    ("2021-06-16??", "`2021-06-16??` is not a date as records write it", FORM),
    ("2021-06-XX", "`2021-06-XX` is not a date as records write it", FORM),
    ("2021-21", "`2021-21` has no month 21", MONTHS),
    ("2021-00", "`2021-00` has no month 00", MONTHS),
    ("2021-16-06", "`2021-16-06` has no month 16", MONTHS),
    ("٢٠٢١", "`٢٠٢١` is not a date as records write it", FORM),
    ("2021\n", "`2021\n` is not a date as records write it", FORM),
    ("0000", "`0000` names no year of our calendar", "write the year with four digits"),
    ("2021-02-29", "`2021-02-29` does not exist; February 2021 has 28 days", doubt("2021-02")),
    ("1900-02-29", "`1900-02-29` does not exist; February 1900 has 28 days", doubt("1900-02")),
    ("0999-06-31", "`0999-06-31` does not exist; June 999 has 30 days", doubt("0999-06")),
    ("2021-06-00", "`2021-06-00` does not exist; June 2021 has 30 days", doubt("2021-06")),
    ("../..", "`../..` is open at both ends", "name the day, month or year of at least one end"),
    ("2021/", "`2021/` leaves an end empty", EMPTY),
    ("/2021", "`/2021` leaves an end empty", EMPTY),
    ("/", "`/` leaves an end empty", EMPTY),
    ("2021-06-18/2021-06-16", "`2021-06-18/2021-06-16` ends before it starts", swap("2021-06-16/2021-06-18")),
    ("2021-07/2021-06-30", "`2021-07/2021-06-30` ends before it starts", swap("2021-06-30/2021-07")),
    ("2021/2022/2023", "`2022/2023` is not a date as records write it", FORM),
    ("2021..2022", "`2021..2022` is not a date as records write it", FORM),
    ([], "a set of dates has no member", "leave the brackets out and write the date"),
    (["2021", ""], "`` is not a date as records write it", FORM),
    (["2021-11-02.."], "`2021-11-02..` leaves an end empty", BOTH),
    (["..2021-11-02"], "`..2021-11-02` leaves an end empty", BOTH),
    (["2021-11-03..2021-11-02"], "`2021-11-03..2021-11-02` ends before it starts", swap("2021-11-02..2021-11-03")),
    (["2021-06-16/2021-06-18"], "`2021-06-16/2021-06-18` is not a date as records write it", FORM),
)  # fmt: skip
# Claim, preferred, relation.
COMPARED: tuple[tuple[Written, Written, edtf.Relation], ...] = (
    ("2021-06-16", "2021-06-16", "agrees"),
    ("2021-06-16?", "2021-06-16", "agrees"),
    ("2021-06", "2021-06-16", "less-precise"),
    (2021, "2021-06", "less-precise"),
    ("2021-06-16", "2021-06", "more-precise"),
    ("2021-06-16", "2021-06-17", "differs"),
    ("2021-05", "2021-06-16", "differs"),
    (["2021-11-02", "2021-11-03"], ["2021-11-03", "2021-11-02"], "agrees"),
    (["2021-11-02", "2021-11-03"], ["2021-11-02..2021-11-03"], "agrees"),
    (["2021-11-02..2021-11-04", "2021-11-03"], ["2021-11-02..2021-11-04"], "agrees"),
    (["2021-06-01..2021-06-30"], "2021-06", "agrees"),
    (["2021-11-02", "2021-11-02?"], "2021-11-02", "agrees"),
    (["2021-11-02", "2021-11-04"], "2021-11-02", "less-precise"),
    (["2021-11-02", "2021-11-04"], "2021-11", "more-precise"),
    (["2021-11-02", "2021-11-04"], "2021-11-03", "differs"),
    (["2021-11-02", "2021-11-04"], ["2021-11-02..2021-11-04"], "more-precise"),
    (["2021-11-02", "2021-11-03"], ["2021-11-03", "2021-11-04"], "differs"),
    ("2021-06-16/2021-06-18", "2021-06-16/2021-06-18", "agrees"),
    ("2021-06-01/2021-06-30", "2021-06/2021-06", "agrees"),
    ("2021-06/2021-06-18", "2021-06-16/2021-06-18", "less-precise"),
    ("2021-06-16/..", "2021-06-16/2021-06-18", "less-precise"),
    ("2021-06-16/2021-06-18", "2021-06-16/2021-06-19", "less-precise"),
    ("2021-06-16/2021-06-20", "2021-06-16/2021-06-19", "differs"),
    ("2021-06-17", "2021-06-16/2021-06-18", "less-precise"),
    ("2021-06", "2021-06-16/2021-06-18", "less-precise"),
    ("2021-06-19", "2021-06-16/2021-06-18", "differs"),
    ("2021-06-16/2021-06-18", "2021-06-16", "differs"),
    ("2021-06-16/2021-06-18", "2021-06", "more-precise"),
)


@pytest.mark.parametrize(("written", "first", "last", "means", "marks", "precision"), ACCEPTED, ids=str)
def test_a_date_stands_for_its_days(
    written: Written, first: str, last: str, means: str, marks: str, precision: str
) -> None:
    """Each form of a date has its first and last day, its meaning, its doubt and its precision."""
    found = edtf.parse(written)
    shown = [day.isoformat() if day else "" for day in (found.earliest, found.latest)]

    assert [first, last] == shown
    assert (means, precision) == (found.means, found.precision)
    assert ("?" in marks, "~" in marks) == (found.uncertain, found.approximate)


@pytest.mark.parametrize(("written", "message", "advice"), REFUSED, ids=str)
def test_what_is_no_date_is_refused_with_advice(written: Written, message: str, advice: str) -> None:
    """What is outside of the subset, does not exist or runs backwards is refused, and what to write is said."""
    with pytest.raises(edtf.NotADate) as caught:
        edtf.parse(written)

    assert (message, advice) == (str(caught.value), caught.value.help)


@pytest.mark.parametrize(("claim", "preferred", "relation"), COMPARED, ids=str)
def test_a_claim_stands_to_the_preferred_date(claim: Written, preferred: Written, relation: edtf.Relation) -> None:
    """A claim agrees, is less or more precise, or differs, by the days that it leaves possible."""
    assert relation == edtf.compare(edtf.parse(claim), edtf.parse(preferred))


# Laws.

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
NEAR = st.dates(date(2021, 5, 28), date(2021, 7, 4))
MARKS = st.sampled_from(["", "", "", "?", "~", "%"])


def points(days: st.SearchStrategy[date]) -> st.SearchStrategy[str]:
    """Days, months and years, some of them marked."""
    return st.builds(
        lambda day, length, mark: day.isoformat()[:length] + mark, days, st.sampled_from([10, 10, 7, 4]), MARKS
    )


def runs(days: st.SearchStrategy[date]) -> st.SearchStrategy[str]:
    """Members of a set that are any day from one through another."""
    return st.tuples(days, days).map(lambda pair: f"{min(pair)}..{max(pair)}")


def one_of(days: st.SearchStrategy[date]) -> st.SearchStrategy[Written]:
    """What stands for one day, known or not: days, months, years and sets."""
    return points(days) | st.lists(points(days) | runs(days), min_size=1, max_size=4)


def throughout(days: st.SearchStrategy[date]) -> st.SearchStrategy[Written]:
    """What lasted, from a day, month or year through another, or with an open end."""
    closed = st.builds(
        lambda pair, length, mark: f"{min(pair).isoformat()[:length]}/{max(pair).isoformat()[:length]}{mark}",
        st.tuples(days, days),
        st.sampled_from([10, 7, 4]),
        MARKS,
    )
    return closed | points(days).map(lambda point: f"{point}/..") | points(days).map(lambda point: f"../{point}")


ANY = one_of(DAYS) | throughout(DAYS) | one_of(NEAR) | throughout(NEAR)
CONVERSE: dict[edtf.Relation, edtf.Relation] = {
    "agrees": "agrees",
    "less-precise": "more-precise",
    "more-precise": "less-precise",
    "differs": "differs",
}


def days_of(found: edtf.Date) -> set[date]:
    """Return every day that a date of one day may stand for, counted out."""
    runs = [(run.first or date.min, run.last or date.min) for run in found.options]
    return {first + timedelta(n) for first, last in runs for n in range((last - first).days + 1)}


@given(ANY)
def test_the_earliest_day_is_not_after_the_latest(written: Written) -> None:
    """However a date is written, it does not end before it starts, and an end is open only where `..` says so."""
    found = edtf.parse(written)

    assert found.earliest is None or found.latest is None or found.earliest <= found.latest
    assert (found.earliest is None, found.latest is None) == (
        str(written).startswith("../"),
        str(written).endswith("/.."),
    )


@given(points(DAYS) | throughout(DAYS))
def test_the_text_of_a_date_is_the_date(written: str) -> None:
    """A date keeps its text, and its text read again is the same date."""
    found = edtf.parse(written)

    assert written == found.text
    assert found == edtf.parse(found.text)


@given(st.lists(points(DAYS) | runs(DAYS), min_size=1, max_size=4))
def test_the_text_of_a_set_is_that_of_edtf(members: list[str | int]) -> None:
    """A set is shown as EDTF shows it, its members in the order in which they were written."""
    assert f"[{','.join(map(str, members))}]" == edtf.parse(members).text


@given(ANY, ANY)
def test_a_date_agrees_with_itself_and_with_no_other_days(one: Written, other: Written) -> None:
    """Every date agrees with itself; two dates that agree have the same first and last day."""
    mine, theirs = edtf.parse(one), edtf.parse(other)

    assert edtf.compare(mine, mine) == "agrees"
    assert edtf.compare(mine, theirs) != "agrees" or mine.span == theirs.span


@settings(max_examples=300)
@given(one_of(NEAR), one_of(NEAR))
def test_less_and_more_precise_are_converse(one: Written, other: Written) -> None:
    """Of two dates that stand for one day each, one is less precise just where the other is more precise."""
    mine, theirs = edtf.parse(one), edtf.parse(other)

    assert CONVERSE[edtf.compare(mine, theirs)] == edtf.compare(theirs, mine)


@settings(max_examples=300)
@given(one_of(NEAR), one_of(NEAR))
def test_precision_is_inclusion_of_days(one: Written, other: Written) -> None:
    """For dates that stand for one day each, the relation is that of the two sets of days, counted out."""
    mine, theirs = edtf.parse(one), edtf.parse(other)
    claimed, preferred = days_of(mine), days_of(theirs)
    same = "agrees" if claimed == preferred else "more-precise" if claimed < preferred else "differs"

    assert ("less-precise" if claimed > preferred else same) == edtf.compare(mine, theirs)


@given(
    st.lists(points(NEAR) | runs(NEAR), min_size=1, max_size=4).flatmap(
        lambda found: st.tuples(st.just(found), st.permutations(found))
    )
)
def test_the_order_of_a_set_means_nothing(sets: tuple[list[str | int], list[str | int]]) -> None:
    """The members of a set in another order are the same days, with the same doubt."""
    mine, theirs = edtf.parse(sets[0]), edtf.parse(sets[1])

    assert edtf.compare(mine, theirs) == "agrees"
    assert (mine.span, mine.means, mine.uncertain) == (theirs.span, theirs.means, theirs.uncertain)


def test_months_and_leap_years_are_those_of_the_calendar() -> None:
    """Every month from 1 to 9999 ends where the calendar ends it, and the day after that does not exist."""
    for year in (*range(1, 9999, 7), *range(1896, 2105), 9999):
        for month in range(1, 13):
            length = calendar.monthrange(year, month)[1]
            assert date(year, month, length) == edtf.parse(f"{year:04}-{month:02}").latest
        assert calendar.isleap(year) == (edtf.parse(f"{year:04}-02").latest == date(year, 2, 28) + timedelta(1))


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_day_is_accepted_just_where_it_exists(year: int, month: int, day: int) -> None:
    """A day is read if and only if Python's own calendar has it."""
    text = f"{year:04}-{month:02}-{day:02}"
    try:
        due = date.fromisoformat(text)
    except ValueError:
        with pytest.raises(edtf.NotADate):
            edtf.parse(text)
        return

    assert (due, due) == (edtf.parse(text).earliest, edtf.parse(text).latest)


@given(st.text("0123456789-/.?~%[],X T", max_size=24))
def test_any_text_is_a_date_or_earns_advice(text: str) -> None:
    """Whatever the text, it is read, or refused in the one way that says what to write instead."""
    try:
        answer = edtf.parse(text).text
    except edtf.NotADate as error:
        answer = error.help

    assert answer
