"""Laws of the views: months and shares, bounds around counts, pairs, and published counts."""

from __future__ import annotations

import doctest
import shutil
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilat import contract, corpus, edtf, records
from bilat.corpus import contacts, months
from bilat.tabular.projections import copresence, dyad_month, issue_month, meetings_flat, source_agreement, tally_check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilat.corpus import Corpus

ROOT: Final = Path(__file__).parents[1]
WORLD: Final = ROOT / "tests" / "world"
REAL: Final = corpus.resolve(records.read_tree(ROOT / "datasets"))
Cells = dict[str, Any]

# Written by hand: a date, and for each month the least, the counted and the greatest number of contacts.
WEIGHTS: Final[dict[str, tuple[str | list[str], dict[str, tuple[str, str, str]]]]] = {
    "a day": ("2021-06-16", {"2021-06": ("1", "1", "1")}),
    "a month": ("2021-06", {"2021-06": ("1", "1", "1")}),
    "days of two months": (
        "2021-06-29/2021-07-02",
        {"2021-06": ("1/2", "1/2", "1/2"), "2021-07": ("1/2", "1/2", "1/2")},
    ),
    "through a leap day": (
        "2024-02-28/2024-03-01",
        {"2024-02": ("2/3", "2/3", "2/3"), "2024-03": ("1/3", "1/3", "1/3")},
    ),
    "over a year's end": (
        "2020-12-31/2021-01-01",
        {"2020-12": ("1/2", "1/2", "1/2"), "2021-01": ("1/2", "1/2", "1/2")},
    ),
    "months that it lasted": (
        "2021-06/2021-07",
        {"2021-06": ("30/61", "30/61", "30/61"), "2021-07": ("31/61", "31/61", "31/61")},
    ),
    "one of two days of one month": (["2021-11-02", "2021-11-03"], {"2021-11": ("1", "1", "1")}),
    "one of two days of two months": (
        ["2021-03-31", "2021-04-01"],
        {"2021-03": ("0", "1", "1"), "2021-04": ("0", "0", "1")},
    ),
    "one of days of which most are in the later month": (
        ["2021-03-31..2021-04-02"],
        {"2021-03": ("0", "0", "1"), "2021-04": ("0", "1", "1")},
    ),
    "one of days that are named twice": (
        ["2021-03-30..2021-03-31", "2021-03-31", "2021-04-01"],
        {"2021-03": ("0", "1", "1"), "2021-04": ("0", "0", "1")},
    ),
    "one of days with a month between them": (
        ["2021-03-31", "2021-05-01"],
        {"2021-03": ("0", "1", "1"), "2021-05": ("0", "0", "1")},
    ),
    "an open end": ("2021-06-16/..", {"2021-06": ("1", "1", "1")}),
    "an open start": ("../2021-06-16", {"2021-06": ("1", "1", "1")}),
}


@pytest.mark.parametrize("case", WEIGHTS)
def test_a_date_is_shared_between_months_as_by_hand(case: str) -> None:
    """What lasted is shared by days; what was on one of several days is bounded, and counted in its likeliest month."""
    written, by_hand = WEIGHTS[case]
    found = months.weights(edtf.parse(written))

    assert by_hand == {month: (str(w.low), str(w.n), str(w.high)) for month, w in found.items()}


def test_a_whole_year_is_counted_in_the_first_of_its_longest_months() -> None:
    """A year has seven months of 31 days, of which the first has the contact; each of the twelve may have it."""
    found = months.weights(edtf.parse("2021"))

    assert [month for month, weight in found.items() if weight.n] == ["2021-01"]
    assert sum(weight.high for weight in found.values()) == 12


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2021-06-16", ["2021-06-16"]),
        ("2021-06", []),
        (["2021-06-16", "2021-06-17"], []),
        ("2021-06-16/2021-06-17", ["2021-06-16", "2021-06-17"]),
        ("2021-06-30/2021-07", ["2021-06-30", "2021-07-01"]),
        ("2021-06/2021-07-01", ["2021-06-30", "2021-07-01"]),
        ("2021-06/2021-06", []),
        ("2021-06/2021-06-15", ["2021-06-15"]),
        ("2021-06-16/..", ["2021-06-16"]),
        ("../2021-06", []),
    ],
)
def test_days_without_doubt(written: str | list[str], expected: list[str]) -> None:
    """A day is sure if it is the only one, or lies between the latest start and the earliest end."""
    assert sorted(day.isoformat() for day in months.sure_days(edtf.parse(written))) == expected


@pytest.mark.parametrize("module", [months, contacts])
def test_the_examples_in_docstrings_hold(module: Any) -> None:  # noqa: ANN401 - modules have no narrower type
    """What a docstring shows is what comes out."""
    found = doctest.testmod(module)

    assert found.attempted
    assert not found.failed


DAYS: Final = st.dates(date(2020, 11, 1), date(2022, 3, 31))


@st.composite
def dates(draw: st.DrawFn) -> str | list[str]:
    """Draw a date as a record writes one, of any form that the subset of EDTF has."""
    first = draw(DAYS)
    last = first + timedelta(draw(st.integers(1, 90)))
    month, day = first.isoformat()[:7], first.isoformat()
    forms: list[str | list[str]] = [
        *(
            day,
            f"{day}?",
            month,
            month[:4],
            f"{day}/{last}",
            f"{month}/{last.isoformat()[:7]}",
            f"{day}/..",
            f"../{day}",
        ),
        *([day, last.isoformat()], [f"{day}..{last}"], [day, f"{last}..{last + timedelta(3)}"]),
    ]
    return draw(st.sampled_from(forms))


@given(dates())
def test_no_part_of_a_contact_is_lost_or_doubled(written: str | list[str]) -> None:
    """Whatever its date, the months of one contact sum to one, and in each the bounds hold."""
    when = edtf.parse(written)
    found = months.weights(when)

    assert sum((weight.n for weight in found.values()), Fraction(0)) == 1
    assert all(0 <= weight.low <= weight.n <= weight.high <= 1 for weight in found.values())
    assert {months.of(day) for day in months.sure_days(when)} <= set(found)


VOICES: Final = {
    "arcadia-readout-2022": "",
    "ruritania-later": "",
    "gazette-later": "\n  voice: {anonymous: an aide}",
    "courier-later": "\n  voice: {anonymous: a guard, side: XR}",
}
LATER: Final = """\
title: Later
publisher: {publisher}
kind: {kind}
lang: en
published: 2022-06-01
seen: {{on: 2022-06-02, text: whole}}
"""
PEOPLE: Final = {"XA": ["doe-jane", "poe-anna"], "XR": ["roe-ivan"]}
ISSUES: Final = ["fish", "fish-quotas"]


@st.composite
def meetings(draw: st.DrawFn) -> str:
    """Draw the record of a meeting that occurred or is alleged, with the voices that tell of it and of its issues."""
    when, mode = draw(dates()), draw(st.sampled_from(["phone", "video", "written", "in-person"]))
    status = draw(st.sampled_from(["occurred", "occurred", "alleged"]))
    people = {side: draw(st.lists(st.sampled_from(known), min_size=1, unique=True)) for side, known in PEOPLE.items()}
    named = {voice: draw(st.lists(st.sampled_from(ISSUES), unique=True)) for voice in draw(st.sets(VOICE, min_size=1))}
    text = f"title: Drawn\nkind: meeting\nstatus: {status}\ndate: {quoted(when)}\nmode: {mode}\n"
    text += "place: harbour-city\nsetting: third-party-hosted\n" if mode == "in-person" else ""
    text += "participants:\n"
    text += "".join(f"  {side}: {{{', '.join(f'{one}: member' for one in some)}}}\n" for side, some in people.items())
    used = sorted({issue for some in named.values() for issue in some})
    text += f"issues: [{', '.join(used)}]\n" if used else ""
    return text + "evidence:\n" + "".join(evidence(voice, issues) for voice, issues in named.items())


VOICE: Final = st.sampled_from(sorted(VOICES))


def quoted(when: str | list[str]) -> str:
    """Write a date as YAML."""
    return f"'{when}'" if isinstance(when, str) else str(when)


def evidence(voice: str, issues: Sequence[str]) -> str:
    """Write an item of evidence in which a voice says that it took place, and what was talked about."""
    supports = f"\n  supports: [{', '.join(f'issues.{issue}' for issue in issues)}]" if issues else ""
    return f"- source: {voice}{VOICES[voice]}\n  says: {{status: occurred}}{supports}\n"


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the invented world, with the sources that drawn meetings cite."""
    found = tmp_path_factory.mktemp("views") / "datasets"
    shutil.copytree(WORLD, found)
    for id_, publisher, kind in (
        ("ruritania-later", "ruritania-ministry-press", "readout"),
        ("gazette-later", "gazette", "press-report"),
        ("courier-later", "courier", "press-report"),
    ):
        (found / "sources" / f"{id_}.yaml").write_text(LATER.format(publisher=publisher, kind=kind), "utf-8")
    return found


def resolved(tree: Path, drawn: Sequence[str]) -> Corpus:
    """Put drawn meetings into the world, in place of those of the last draw."""
    for path in (tree / "meetings").glob("drawn-*.yaml"):
        path.unlink()
    for number, text in enumerate(drawn):
        (tree / "meetings" / f"drawn-{number}.yaml").write_text(text, "utf-8")
    reading = records.read_tree(tree)
    assert not reading.findings
    return corpus.resolve(reading)


def cells(rows: Any) -> list[Cells]:  # noqa: ANN401 - an iterator of rows of any table
    """Return the rows of a view as plain dictionaries."""
    return [dict(row.cells) for row in rows]


@settings(max_examples=60, deadline=None)
@given(drawn=st.lists(meetings(), max_size=6))
def test_counts_by_month_keep_every_contact(tree: Path, drawn: list[str]) -> None:
    """Whatever meetings there are, n adds up to the counted contacts and lies between its bounds in every row."""
    found = resolved(tree, drawn)

    hold_for_counts(found)


def hold_for_counts(found: Corpus) -> None:
    """Assert the laws of dyad_month and issue_month."""
    by_level = cells(dyad_month.rows(found))
    by_issue = cells(issue_month.rows(found))
    counted = [id_ for id_, facts in found.facts.items() if facts.counted]
    firm = [contact for contact in contacts.counted(found) if contact.firm]

    assert sum(row["n"] for row in by_level) == pytest.approx(len(counted))
    assert sum(row["n_low"] for row in by_level) <= len(firm) + 1e-9
    assert [row for row in by_level + by_issue if not 0 <= row["n_low"] <= row["n"] <= row["n_high"]] == []
    assert [row for row in by_level if not 0 <= row["contact_days"] <= 31] == []
    assert [row for row in by_issue if row["by_both"] > min(row["by_side_1"], row["by_side_2"])] == []
    for row in by_issue:
        assert row["n"] == pytest.approx(row["by_side_1"] + row["by_side_2"] - row["by_both"] + row["by_neither"])


@settings(max_examples=30, deadline=None)
@given(drawn=st.lists(meetings(), max_size=5))
def test_a_wider_issue_has_whatever_a_narrower_one_has(tree: Path, drawn: list[str]) -> None:
    """In every month, fish has at least what fish-quotas has, by whatever voice."""
    found = {(row["month"], row["issue"]): row for row in cells(issue_month.rows(resolved(tree, drawn)))}
    narrow = {month: row for (month, issue), row in found.items() if issue == "fish-quotas"}

    for month, row in narrow.items():
        wide = found[month, "fish"]
        assert [name for name in issue_month.COUNTS[:-1] if row[name] > wide[name]] == []


@settings(max_examples=30, deadline=None)
@given(drawn=st.lists(meetings(), max_size=5))
def test_pairs_are_those_who_share_a_contact(tree: Path, drawn: list[str]) -> None:
    """Without sessions, two people are a pair just if a counted contact that is no letter names both."""
    found = resolved(tree, drawn)
    shared: dict[tuple[str, str], int] = {}
    for meeting in found.meetings.values():
        people = sorted(entry.id for entry in meeting.people())
        if found.facts[meeting.id].counted and meeting.mode != "written":
            for pair in ((one, other) for one in people for other in people if one < other):
                shared[pair] = shared.get(pair, 0) + 1

    assert shared == {(row["person_a"], row["person_b"]): row["n_contacts"] for row in cells(copresence.rows(found))}
    hold_for_pairs(found)


def hold_for_pairs(found: Corpus) -> None:
    """Assert that a pair stands once, in order, never of a person with himself, and within its days."""
    rows = cells(copresence.rows(found))
    counted = [id_ for id_, facts in found.facts.items() if facts.counted]

    assert [row for row in rows if row["person_a"] >= row["person_b"]] == []
    assert len({(row["person_a"], row["person_b"], row["same_side"]) for row in rows}) == len(rows)
    assert [row for row in rows if not 1 <= row["n_contacts"] <= len(counted)] == []
    bounded = [row for row in rows if row["date_first"] and row["date_last"]]
    assert [row for row in bounded if row["date_first"] > row["date_last"]] == []


TALLY: Final = """\
title: Talks on quotas
kind: series
status: occurred
date: 2021
led_by:
  XA: [doe-jane]
tallies:
  drawn: {{unit: {unit}, comparator: {comparator}, n: {n}, window: {window}{more}}}
evidence:
- source: arcadia-readout-2022
  says: {{status: occurred, date: 2021}}
  supports: [led_by.XA.doe-jane, tallies.drawn]
"""
MORE: Final = ["", ", side: XA", ", place: isles", ", place: harbour-hall", ", tier: 1", ", side: XR, tier: 2"]


@st.composite
def tallies(draw: st.DrawFn) -> str:
    """Draw a series with one published count."""
    terms = contract.vocabularies()
    return TALLY.format(
        unit=draw(st.sampled_from(terms["tally-unit"].names)),
        comparator=draw(st.sampled_from(terms["comparator"].names)),
        n=draw(st.integers(0, 5)),
        window=quoted(draw(dates())),
        more=draw(st.sampled_from(MORE)),
    )


@settings(max_examples=60, deadline=None)
@given(drawn=st.lists(meetings(), max_size=4), tally=tallies())
def test_a_published_count_is_never_missed_by_less_than_nothing(tree: Path, drawn: list[str], tally: str) -> None:
    """Whatever is counted, what surely fits may fit, nothing is negative, and the verdict follows from the numbers."""
    hold_for_tallies(resolved(tree, [*drawn, tally]))


def hold_for_tallies(found: Corpus) -> None:
    """Assert the laws of tally_check."""
    for row in cells(tally_check.rows(found)):
        assert 0 <= row["n_surely"] <= row["n_possibly"] <= len(found.meetings)
        assert 0 <= row["missing_at_least"] <= row["n_reported"]
        assert (row["verdict"] == "short") == (row["missing_at_least"] > 0)
        assert row["comparator"] != "at-most" or row["verdict"] != "short"
        assert row["comparator"] != "at-least" or row["verdict"] != "exceeded"
        assert row["verdict"] != "exceeded" or row["n_surely"] > row["n_reported"]


# By hand: the trip of tests/world, 10 to 12 April in Harbour City, on the Isles, by Doe, who is of rank 2; here it is a
# member of the series on which the count stands.
TRIPS: Final = {
    "it lies in the window": ("visit", "exactly", 1, "2021-04", "", (1, 1, 0, "met")),
    "it overlaps the window only": ("visit", "exactly", 1, "2021-04-12/2021-05", "", (0, 1, 0, "met")),
    "it lies outside of the window": ("visit", "exactly", 1, "2021-05", "", (0, 0, 1, "short")),
    "its country is named": ("visit", "exactly", 1, "2021", ", place: isles", (1, 1, 0, "met")),
    "a hall in its city is named": ("visit", "exactly", 1, "2021", ", place: harbour-hall", (0, 1, 0, "met")),
    "another country is named": ("visit", "exactly", 1, "2021", ", place: arcadia", (0, 0, 1, "short")),
    "her side is named": ("visit", "exactly", 1, "2021", ", side: XA", (1, 1, 0, "met")),
    "the other side is named": ("visit", "exactly", 1, "2021", ", side: XR", (0, 0, 1, "short")),
    "her rank is high enough": ("visit", "exactly", 1, "2021", ", tier: 2", (1, 1, 0, "met")),
    "her rank is too low": ("visit", "exactly", 1, "2021", ", tier: 1", (0, 0, 1, "short")),
    "it stands for a meeting": ("meeting", "exactly", 1, "2021", "", (1, 1, 0, "met")),
    "it is no call": ("call", "exactly", 1, "2021", "", (0, 0, 1, "short")),
    "it is a round of the series": ("round", "exactly", 1, "2021", "", (1, 1, 0, "met")),
    "it is one too many": ("contact", "at-most", 0, "2021", "", (1, 1, 0, "exceeded")),
    "it is one of at least none": ("contact", "at-least", 0, "2021", "", (1, 1, 0, "met")),
    "at most five are no lack": ("contact", "at-most", 5, "2021", "", (1, 1, 0, "met")),
    "it is said to be included": ("visit", "exactly", 1, "2021-05", ", includes: [2021-04-visit]", (1, 1, 0, "met")),
}


@pytest.mark.parametrize("case", TRIPS)
def test_one_trip_fits_a_published_count_as_by_hand(case: str, tree: Path) -> None:
    """Each condition of a count lets the one trip of the world in or keeps it out."""
    unit, comparator, n, window, more, expected = TRIPS[case]
    text = TALLY.format(unit=unit, comparator=comparator, n=n, window=window, more=more)
    trip = tree / "meetings" / "2021-04-visit.yaml"
    before = trip.read_text("utf-8")
    trip.write_text(f"{before}in_series: [drawn-0]\n", "utf-8")
    row = next(iter(cells(tally_check.rows(resolved(tree, [text])))))
    trip.write_text(before, "utf-8")

    assert (row["n_surely"], row["n_possibly"], row["missing_at_least"], row["verdict"]) == expected


@pytest.mark.parametrize(("unit", "expected"), [("contact", (0, 1)), ("round", (0, 0))])
def test_what_is_no_member_may_be_counted_but_not_as_a_round(unit: str, expected: tuple[int, int], tree: Path) -> None:
    """A record outside of the series is never surely counted, and so never one too many."""
    text = TALLY.format(unit=unit, comparator="at-most", n=0, window="2021", more="")
    row = next(iter(cells(tally_check.rows(resolved(tree, [text])))))

    assert (row["n_surely"], row["n_possibly"], row["verdict"]) == (*expected, "met")


TRIP: Final = """\
title: Doe visits Ruritania City
kind: visit
status: {status}
date: 2021-06-10
place: ruritania-city
participants:
  XA: {{doe-jane: head}}
tallies:
  two-meetings: {{unit: meeting, comparator: exactly, n: 2, window: 2021}}
  two-trips: {{unit: visit, comparator: exactly, n: 2, window: 2021}}
evidence:
- source: gazette-later
  voice: {{anonymous: a guard}}
  says: {{status: occurred, date: 2021-06-10, place: ruritania-city}}
  supports: [participants.XA.doe-jane, tallies.two-meetings, tallies.two-trips]
"""
TALKS: Final = """\
title: Doe meets Roe
kind: meeting
status: {status}
date: 2021-06-10
mode: in-person
place: {place}
{more}participants:
  XA: {{doe-jane: principal, poe-anna: member}}
  XR:
    roe-ivan: principal
    an-aide: {{role: member, unnamed: an aide}}
issues: [fish]
evidence:
- source: arcadia-announcement
  says: {{status: planned, participants.XA.poe-anna.attendance: expected, issues.fish: planned}}
- source: {source}
  says: {{status: occurred, date: 2021-06-10, mode: in-person, place: {place}}}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan, participants.XR.an-aide]
- infers: [issues.fish-quotas]
  because: The two speak of nothing else.
"""


def talks(status: str = "occurred", place: str = "ruritania-city", more: str = "") -> str:
    """Return the record of a meeting at which Poe was only expected, and fish only planned and inferred."""
    return TALKS.format(status=status, place=place, more=more, source="arcadia-readout-2022")


def high(found: Corpus, month: str) -> float:
    """Return the greatest number of contacts of a month."""
    return float(sum(row["n_high"] for row in cells(dyad_month.rows(found)) if row["month"] == month))


def test_what_is_alleged_raises_the_upper_bound_once(tree: Path) -> None:
    """An alleged trip adds one; with an alleged meeting in it, the meeting does in its place."""
    trip = TRIP.format(status="alleged")
    meeting = talks("alleged", more="part_of: drawn-0\n")

    assert [high(resolved(tree, drawn), "2021-06") for drawn in ([], [trip], [trip, meeting])] == [0, 1, 1]


def test_what_is_outside_of_bilateral_settings_enters_no_count(tree: Path) -> None:
    """Neither what occurred nor what is alleged counts in a multilateral format, whatever the view."""
    elsewhere = "setting: multilateral-format\n"
    found = resolved(tree, [talks(more=elsewhere), talks("alleged", more=elsewhere)])

    assert high(found, "2021-06") == 0
    assert cells(copresence.rows(found)) == []
    assert [row["id"] for row in cells(meetings_flat.rows(found))] == ["2021-04-visit"]


def test_a_trip_in_a_multilateral_format_fits_no_published_count(tree: Path) -> None:
    """A count of trips looks at the settings that enter bilateral counts."""
    trip = TRIP.format(status="occurred").replace("place:", "setting: multilateral-format\nplace:", 1)
    found = {row["tally"]: row for row in cells(tally_check.rows(resolved(tree, [trip])))}

    assert found["two-trips"]["n_possibly"] == 1  # the trip of April


def test_who_was_only_expected_is_nowhere(tree: Path) -> None:
    """Poe was announced and nobody saw her: she is in no pair and in no list; the unnamed aide is in the list."""
    found = resolved(tree, [talks()])
    flat = {row["id"]: row for row in cells(meetings_flat.rows(found))}["drawn-0"]

    assert [(row["person_a"], row["person_b"]) for row in cells(copresence.rows(found))] == [("doe-jane", "roe-ivan")]
    assert flat["side_1_people"] == "Jane Doe (Minister of Foreign Affairs)"
    assert flat["side_2_people"] == "Ivan Roe (Minister of Foreign Affairs); an aide"


def test_a_plan_or_an_inference_is_no_talk(tree: Path) -> None:
    """An issue that was on the agenda, or that we infer, is not counted; nor is our inference anybody's claim."""
    found = resolved(tree, [talks()])
    paths_ = {row["path"] for row in cells(source_agreement.rows(found)) if row["meeting"] == "drawn-0"}

    assert cells(issue_month.rows(found)) == []
    assert "issues.fish" in paths_
    assert "issues.fish-quotas" not in paths_


def test_a_count_on_a_trip_is_of_what_the_trip_held(tree: Path) -> None:
    """Meetings counted on a trip are parts of it; trips counted there are those of the whole dataset."""
    trip = TRIP.format(status="occurred")
    inside, outside = talks(more="part_of: drawn-0\n"), talks()
    found = {row["tally"]: row for row in cells(tally_check.rows(resolved(tree, [trip, inside, outside])))}

    assert (found["two-meetings"]["within"], found["two-meetings"]["n_surely"]) == ("drawn-0", 1)
    assert (found["two-trips"]["within"], found["two-trips"]["n_surely"]) == (None, 0)
    assert found["two-trips"]["n_possibly"] == 2


@pytest.mark.parametrize(
    ("changed", "more", "expected"),
    [
        ("  XR: {roe-ivan: principal}", ", place: isles, tier: 2", (0, 0)),
        ("  XR: {roe-ivan: principal}", ", tier: 1", (0, 0)),
        ("  XR: {an-aide: {role: member, unnamed: an aide}}", ", tier: 1", (0, 1)),
    ],
    ids=["a call has no place", "the rank is too low", "the rank is not known"],
)
def test_a_call_fits_as_far_as_it_is_known(changed: str, more: str, expected: tuple[int, int], tree: Path) -> None:
    """What is remote is at no place; whose rank is not known may be of any."""
    call = "title: Call\nkind: meeting\nstatus: occurred\ndate: 2021-05-04\nmode: phone\nparticipants:\n"
    call += f"  XA: {{doe-jane: principal}}\n{changed}\nevidence:\n{evidence('arcadia-readout-2022', [])}"
    tally = TALLY.format(unit="call", comparator="exactly", n=1, window="2021", more=more)
    row = next(iter(cells(tally_check.rows(resolved(tree, [call, tally])))))

    assert (row["n_surely"], row["n_possibly"]) == expected


def test_the_dataset_keeps_the_laws() -> None:
    """What holds of drawn records holds of those that are released."""
    hold_for_counts(REAL)
    hold_for_pairs(REAL)
    hold_for_tallies(REAL)


def test_the_flat_view_has_each_counted_contact_once() -> None:
    """Nothing that does not count stands in meetings_flat, and nothing that counts is missing there."""
    counted = sorted(id_ for id_, facts in REAL.facts.items() if facts.counted)

    assert counted == sorted(row["id"] for row in cells(meetings_flat.rows(REAL)))


def test_agreement_adds_up() -> None:
    """Of a value that the record gives, every claim agrees, differs, or takes another stance; none is counted twice."""
    parts = ("n_agree", "n_less_precise", "n_more_precise", "n_differ", "n_deny", "n_decline", "n_omit")
    rows = cells(source_agreement.rows(REAL))
    given_ = [row for row in rows if row["preferred"] is not None]

    assert [row for row in given_ if row["n_claims"] != sum(row[part] for part in parts)] == []
    assert [row for row in rows if row["n_independent"] is not None and row["n_independent"] > row["n_agree"]] == []
    assert [row for row in rows if row["path"].startswith("question.") != (row["n_independent"] is None)] == []


def test_a_record_is_contested_if_one_of_its_values_is() -> None:
    """source_agreement and meetings tell the same of each record."""
    contested = {row["meeting"] for row in cells(source_agreement.rows(REAL)) if row["contested"]}

    assert contested == {id_ for id_, facts in REAL.facts.items() if facts.contested}


@pytest.mark.parametrize("name", ["mode", "track"])
def test_a_key_that_may_be_unknown_has_the_terms_of_its_vocabulary(name: str) -> None:
    """A key cannot be missing, so that dyad_month has a term more than the vocabulary; the two never part."""
    pattern = contract.tables()["dyad_month"].column(name).constraints["pattern"]
    terms = contract.vocabularies()[name].names

    assert pattern == f"^(?:{'|'.join((*terms, dyad_month.UNKNOWN))})$"
