"""Ten questions that an analyst asks, put to the tables of an invented year whose answers are worked out by hand.

The year, besides what stands in tests/world (a trip of Doe to neutral ground in April, inside which no meeting is
known, told by her ministry):

* March or April: Doe calls Roe on one of two days, the last of March or the first of April; only Arcadia tells.
* June, some day: Roe calls Doe; Ruritania and the Gazette's own reporter tell.
* 16 June: the two presidents' summit on neutral ground, in two sessions; both sides and the Gazette tell.
* 31 July to 1 August: round one on quotas in Ruritania City, after the summit; both tell.
* September: Doe visits Ruritania City and meets Roe on the 6th (both tell), and Noe on the 7th (only two unnamed
  people do).
* October: Poe is alleged to have met Roe on neutral ground; one unnamed voice.
* 20 November: round two on quotas in Arcadia City; only Arcadia tells.

So nine encounters, of which eight are counted: the visit in September is a shell, and October is only alleged.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pandas as pd
import pytest

from bilat import checking, tabular

if TYPE_CHECKING:
    from collections.abc import Mapping

    Tables = Mapping[str, pd.DataFrame]

WORLD: Final = Path(__file__).parent / "world"

# Each source: publisher, kind, day.
SOURCES: Final = {
    "arcadia-call": ("arcadia-ministry-press", "readout", "2021-04-02"),
    "arcadia-summit": ("arcadia-ministry-press", "readout", "2021-06-17"),
    "arcadia-round-1": ("arcadia-ministry-press", "readout", "2021-08-02"),
    "arcadia-september": ("arcadia-ministry-press", "readout", "2021-09-08"),
    "arcadia-round-2": ("arcadia-ministry-press", "readout", "2021-11-21"),
    "ruritania-call": ("ruritania-ministry-press", "readout", "2021-07-01"),
    "ruritania-summit": ("ruritania-ministry-press", "readout", "2021-06-17"),
    "ruritania-round-1": ("ruritania-ministry-press", "readout", "2021-08-03"),
    "ruritania-september": ("ruritania-ministry-press", "readout", "2021-09-08"),
    "ruritania-december": ("ruritania-ministry-press", "statement", "2021-12-20"),
    "gazette-call": ("gazette", "press-report", "2021-07-02"),
    "gazette-summit": ("gazette", "press-report", "2021-07-05"),
    "gazette-september": ("gazette", "press-report", "2021-09-20"),
    "gazette-october": ("gazette", "press-report", "2021-10-25"),
    "courier-september": ("courier", "press-report", "2021-09-21"),
}

RECORDS: Final = {
    "organizations/arcadia-presidency.yaml": """\
name: Presidency of Arcadia
country: XA
kind: executive
positions:
  president: {title: President of Arcadia, tier: 1, head: true}
""",
    "organizations/ruritania-presidency.yaml": """\
name: Presidency of Ruritania
country: XR
kind: executive
positions:
  president: {title: President of Ruritania, tier: 1, head: true}
""",
    "organizations/ruritania-council.yaml": """\
name: Security Council of Ruritania
country: XR
kind: security-council
positions:
  secretary: {title: Secretary of the Security Council, tier: 2, head: true}
""",
    "organizations/arcadia-embassy.yaml": """\
name: Embassy of Arcadia in Ruritania
country: XA
kind: mission
positions:
  ambassador: {title: Ambassador of Arcadia to Ruritania, tier: 4, head: true}
""",
    "participants/loe-max.yaml": """\
name: Max Loe
positions:
- {position: arcadia-presidency/president, from: 2020-01-01, source: arcadia-readout}
""",
    "participants/noe-olga.yaml": """\
name: Olga Noe
positions:
- {position: ruritania-presidency/president, from: 2019-01-01, source: ruritania-readout}
""",
    "participants/soe-pavel.yaml": """\
name: Pavel Soe
positions:
- {position: ruritania-council/secretary, from: 2019-01-01, source: ruritania-readout}
""",
    # In tests/world his office is attested in May only; here its first day is known.
    "participants/roe-ivan.yaml": """\
name: Ivan Roe
positions:
- {position: ruritania-ministry/minister, from: 2020-01-01, source: gazette-report}
""",
    "participants/moe-kim.yaml": """\
name: Kim Moe
positions:
- {position: arcadia-embassy/ambassador, from: 2015-01-01, until: 2018-12-31, source: arcadia-readout}
- {position: arcadia-ministry/deputy, from: 2019-01-01, source: arcadia-readout}
""",
    "issues/borders.yaml": """\
label: Borders
definition: Where the line between the two states runs.
""",
    "meetings/2021-03-call.yaml": """\
title: Doe calls Roe
kind: meeting
status: occurred
date: [2021-03-31, 2021-04-01]
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
issues: [borders]
evidence:
- source: arcadia-call
  says: {status: occurred, date: [2021-03-31, 2021-04-01], mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan, issues.borders]
""",
    "meetings/2021-06-call.yaml": """\
title: Roe calls Doe
kind: meeting
status: occurred
date: 2021-06
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: ruritania-call
  says: {status: occurred, date: 2021-06, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
- source: gazette-call
  says: {status: occurred, mode: phone}
""",
    "meetings/2021-06-summit.yaml": """\
title: Summit in Harbour Hall
kind: meeting
status: occurred
date: 2021-06-16
mode: in-person
place: harbour-hall
setting: third-party-hosted
duration: 180
participants:
  XA: {loe-max: principal}
  XR: {noe-olga: principal}
third: {isles-state: host}
issues: [fish-quotas, borders]
outcomes:
  quota-talks: {type: process-launched, by: both, issue: fish-quotas, text: The two start talks on quotas}
statements:
  went-well: {type: assessment, valence: positive, text: The summit went well, question: how-it-went}
  went-badly: {type: assessment, valence: negative, text: The summit went badly, question: how-it-went}
evidence:
- source: arcadia-summit
  says: {status: occurred, date: 2021-06-16, mode: in-person, place: harbour-hall, duration: 180}
  supports:
  - participants.XA.loe-max
  - participants.XR.noe-olga
  - third.isles-state
  - issues.fish-quotas
  - issues.borders
  - outcomes.quota-talks
  - statements.went-well
- source: ruritania-summit
  says: {status: occurred, date: 2021-06-16, place: harbour-city, duration: 240}
  supports: [issues.fish-quotas, outcomes.quota-talks, statements.went-badly]
- source: gazette-summit
  says: {status: occurred, date: 2021-06}
""",
    "meetings/2021-06-summit-alone.yaml": """\
title: Summit, session in small circle
kind: session
status: occurred
date: 2021-06-16
mode: in-person
place: harbour-hall
setting: third-party-hosted
part_of: 2021-06-summit
participants:
  XA: {loe-max: principal, doe-jane: member}
  XR: {noe-olga: principal, roe-ivan: member}
evidence:
- source: arcadia-summit
  says: {status: occurred, date: 2021-06-16, mode: in-person, place: harbour-hall}
  supports:
  - part_of.2021-06-summit
  - participants.XA.loe-max
  - participants.XA.doe-jane
  - participants.XR.noe-olga
  - participants.XR.roe-ivan
""",
    "meetings/2021-06-summit-wide.yaml": """\
title: Summit, session in wide circle
kind: session
status: occurred
date: 2021-06-16
mode: in-person
place: harbour-hall
setting: third-party-hosted
part_of: 2021-06-summit
participants:
  XA: {loe-max: principal, moe-kim: member}
  XR: {noe-olga: principal, soe-pavel: member}
evidence:
- source: arcadia-summit
  says: {status: occurred, date: 2021-06-16, mode: in-person, place: harbour-hall}
  supports:
  - part_of.2021-06-summit
  - participants.XA.loe-max
  - participants.XA.moe-kim
  - participants.XR.noe-olga
  - participants.XR.soe-pavel
""",
    "meetings/2021-07-round-1.yaml": """\
title: First round on quotas
kind: meeting
status: occurred
date: 2021-07-31/2021-08-01
mode: in-person
place: ruritania-city
in_series: [2021-quota-talks]
follows: [2021-06-summit]
participants:
  XA: {moe-kim: head}
  XR: {soe-pavel: head}
issues: [fish-quotas]
evidence:
- source: arcadia-round-1
  says: {status: occurred, date: 2021-07-31/2021-08-01, mode: in-person, place: ruritania-city}
  supports:
  - in_series.2021-quota-talks
  - follows.2021-06-summit
  - participants.XA.moe-kim
  - participants.XR.soe-pavel
  - issues.fish-quotas
- source: ruritania-round-1
  says: {status: occurred, issues.fish-quotas: {mode: raised, by: XA}}
""",
    "meetings/2021-09-visit.yaml": """\
title: Doe visits Ruritania City
kind: visit
status: occurred
date: 2021-09-05/2021-09-07
place: ruritania-city
participants:
  XA: {doe-jane: head}
evidence:
- source: arcadia-september
  says: {status: occurred, date: 2021-09-05/2021-09-07, place: ruritania-city}
  supports: [participants.XA.doe-jane]
""",
    "meetings/2021-09-doe-roe.yaml": """\
title: Doe meets Roe
kind: meeting
status: occurred
date: 2021-09-06
mode: in-person
place: ruritania-city
part_of: 2021-09-visit
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
issues: [borders, fish]
evidence:
- source: arcadia-september
  says: {status: occurred, date: 2021-09-06, mode: in-person, place: ruritania-city}
  supports: [part_of.2021-09-visit, participants.XA.doe-jane, participants.XR.roe-ivan, issues.borders]
- source: ruritania-september
  says: {status: occurred}
  supports: [issues.borders, issues.fish]
""",
    "meetings/2021-09-doe-noe.yaml": """\
title: Doe meets President Noe
kind: meeting
status: occurred
date: 2021-09-07
mode: in-person
place: ruritania-city
part_of: 2021-09-visit
participants:
  XA: {doe-jane: principal}
  XR: {noe-olga: principal}
issues: [borders]
evidence:
- source: gazette-september
  voice: {anonymous: an aide to Noe, side: XR}
  says: {status: occurred, date: 2021-09-07, mode: in-person, place: ruritania-city}
  supports: [part_of.2021-09-visit, participants.XA.doe-jane, participants.XR.noe-olga, issues.borders]
- source: courier-september
  voice: {anonymous: a diplomat of the Isles}
  says: {status: occurred}
""",
    "meetings/2021-10-alleged.yaml": """\
title: Poe is said to have met Roe
kind: meeting
status: alleged
date: 2021-10-20
mode: in-person
place: harbour-city
setting: third-party-hosted
participants:
  XA: {poe-anna: principal}
  XR: {roe-ivan: principal}
evidence:
- source: gazette-october
  voice: {anonymous: a waiter}
  says: {status: occurred, date: 2021-10-20, mode: in-person, place: harbour-city}
  supports: [participants.XA.poe-anna, participants.XR.roe-ivan]
""",
    "meetings/2021-11-round-2.yaml": """\
title: Second round on quotas
kind: meeting
status: occurred
date: 2021-11-20
mode: in-person
place: arcadia-city
in_series: [2021-quota-talks]
participants:
  XA: {moe-kim: head}
  XR: {soe-pavel: head}
issues: [fish-quotas]
evidence:
- source: arcadia-round-2
  says: {status: occurred, date: 2021-11-20, mode: in-person, place: arcadia-city}
  supports: [in_series.2021-quota-talks, participants.XA.moe-kim, participants.XR.soe-pavel, issues.fish-quotas]
""",
    "meetings/2021-quota-talks.yaml": """\
title: Talks on quotas
kind: series
status: occurred
date: 2021-07/2021-11
led_by:
  XA: [moe-kim]
  XR: [soe-pavel]
tallies:
  three-rounds: {unit: round, comparator: exactly, n: 3, window: 2021-06/2021-12-20}
  a-trip: {unit: visit, comparator: at-least, n: 1, window: 2021-09, side: XA, place: ruritania, tier: 2}
  one-round: {unit: round, comparator: at-most, n: 1, window: 2021-06/2021-12-20}
evidence:
- source: ruritania-december
  says: {status: occurred, date: 2021-07/2021-11}
  supports:
  - led_by.XA.moe-kim
  - led_by.XR.soe-pavel
  - tallies.three-rounds
  - tallies.a-trip
  - tallies.one-round
accept:
- {rule: T02, path: tallies.one-round, because: The two counts contradict one another so that one of them is exceeded.}
""",
}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Compile the invented year; nothing in it may be at fault."""
    root = tmp_path_factory.mktemp("questions")
    shutil.copytree(WORLD, root / "datasets")
    for name, text in {**RECORDS, **sources()}.items():
        (root / "datasets" / name).write_text(text, "utf-8")
    checked = checking.check(root)
    assert checked.findings == []
    return {
        name: table.data.to_pandas(types_mapper=pd.ArrowDtype)
        for name, table in tabular.compile_tables(checked.corpus).items()
    }


def sources() -> dict[str, str]:
    """Return the files of the sources."""
    return {
        f"sources/{id_}.yaml": f"title: {id_}\npublisher: {publisher}\nkind: {kind}\nlang: en\npublished: {day}\n"
        "seen: {on: 2022-01-02, text: whole}\n"
        for id_, (publisher, kind, day) in SOURCES.items()
    }


def counted(tables: Tables) -> pd.DataFrame:
    """Return the meetings that count."""
    meetings = tables["meetings"]
    return meetings[meetings["counted"]]


def rows(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    """Return a frame as plain rows, sorted, with None for what is missing."""
    found = [tuple(None if pd.isna(cell) else cell for cell in row) for row in frame.itertuples(index=False)]
    return sorted(found, key=repr)


def test_the_invented_year_is_what_its_description_says(tables: Tables) -> None:
    """Eight contacts are counted, one is alleged, and one trip is a shell around its meetings."""
    meetings = tables["meetings"].set_index("id")

    assert sorted(counted(tables)["id"]) == [
        "2021-03-call",
        "2021-04-visit",
        "2021-06-call",
        "2021-06-summit",
        "2021-07-round-1",
        "2021-09-doe-noe",
        "2021-09-doe-roe",
        "2021-11-round-2",
    ]
    assert meetings.loc["2021-10-alleged", "status"] == "alleged"
    assert not meetings.loc["2021-09-visit", "contact"]


def test_how_often_at_what_level_and_by_which_channel_month_by_month(tables: Tables) -> None:
    """Question 1: contacts by month, level and mode."""
    # March: the call lies there or in April, one day each; of two alike the earlier month has it. Neither month is
    # sure of it, and only one voice tells, so n_low is nothing in both; either month may have it.
    # April: the trip, whose other side nobody names, so that its level is unknown; Arcadia alone tells: n_low nothing.
    # June: the summit, told by both; and the call, of which only the month is known, which is all that n needs; it has
    # two origins that rest on nothing in common, so that it is firm too.
    # July and August: round one lasted two days, one in each: a half and a half, told by both.
    # September: two meetings of a minister, both at level 2, one of them with a president: the lower side decides. Of
    # the second only unnamed people tell, but two of them from different outlets, and so it is firm.
    # October: only alleged. November: a deputy is level 3; Arcadia alone tells.
    expected = [
        ("2021-03", "2", "phone", 0, 1, 1),
        ("2021-04", "2", "phone", 0, 0, 1),
        ("2021-04", "unknown", "in-person", 0, 1, 1),
        ("2021-06", "1", "in-person", 1, 1, 1),
        ("2021-06", "2", "phone", 1, 1, 1),
        ("2021-07", "3", "in-person", 0.5, 0.5, 0.5),
        ("2021-08", "3", "in-person", 0.5, 0.5, 0.5),
        ("2021-09", "2", "in-person", 2, 2, 2),
        ("2021-10", "3", "in-person", 0, 0, 1),
        ("2021-11", "3", "in-person", 0, 1, 1),
    ]

    found = tables["dyad_month"].groupby(["month", "tier_dyad", "mode"], as_index=False)[["n_low", "n", "n_high"]].sum()

    assert rows(found) == expected
    assert found["n"].sum() == len(counted(tables)) == 8


def test_whether_contacts_were_more_frequent_after_the_summit(tables: Tables) -> None:
    """Question 2: before and after an event, under uncertain dates."""
    # The summit was on 16 June. Surely before: the call of March or April, the trip of April. Surely after: round one,
    # two in September, round two. The call of June may have been on either side of it. 2 + 4 + 1 + the summit = 8.
    meetings = counted(tables)
    summit = meetings.set_index("id").loc["2021-06-summit", "date_start"]
    others = meetings[meetings["id"] != "2021-06-summit"]
    before = others["date_end"] < summit
    after = others["date_start"] > summit

    assert (before.sum(), after.sum(), (~before & ~after).sum()) == (2, 4, 1)
    assert others[~before & ~after]["id"].tolist() == ["2021-06-call"]


def test_which_issues_only_one_side_says_were_discussed(tables: Tables) -> None:
    """Question 3: issues of one side alone, where both gave a readout, so that silence means something."""
    # Both read out the summit, round one and the meeting of Doe and Roe. At the summit both name quotas and Arcadia
    # alone borders. In round one both name quotas. Doe and Roe: both name borders, Ruritania alone fish.
    # Without asking for both readouts, the call of March (borders), round two (quotas), and Doe and Noe (borders, by an
    # unnamed aide) would be taken for one-sided.
    issues, sides = tables["meeting_issues"], tables["meeting_sides"]
    told = issues[(issues["stance"] == "asserts") & issues["mode"].isin(["discussed", "raised"])]
    told = told[told["voice_side"].notna() & told["meeting"].isin(counted(tables)["id"])]
    by = told.groupby(["meeting", "issue"], as_index=False).agg(
        n=("voice_side", "nunique"), said_by=("voice_side", "min")
    )
    lone = by[by["n"] == 1][["meeting", "issue", "said_by"]]
    read_out_by_both = sides.groupby("meeting")["readout"].all()

    assert len(lone) == 5
    assert rows(lone[lone["meeting"].map(read_out_by_both)]) == [
        ("2021-06-summit", "borders", "XA"),
        ("2021-09-doe-roe", "fish", "XR"),
    ]


def test_the_same_question_in_counts_by_month(tables: Tables) -> None:
    """Question 3 in short: issue_month tells the same, with wider concepts rolled up."""
    # Fish, with quotas in it. June: the summit, named by both. July, August: a half each, by both. September: Doe and
    # Roe, by Ruritania alone. November: round two, by Arcadia alone.
    # Borders. March: the call, by Arcadia; it may have been in April, of which n says nothing. June: the summit, by
    # Arcadia. September: Doe and Roe, by both; Doe and Noe, by nobody who speaks for a side.
    months = tables["issue_month"]
    borders = months[months["issue"] == "borders"]
    fish = months[months["issue"] == "fish"]

    assert rows(fish[["month", "n", "by_side_1", "by_side_2", "by_both", "by_neither"]]) == [
        ("2021-06", 1, 1, 1, 1, 0),
        ("2021-07", 0.5, 0.5, 0.5, 0.5, 0),
        ("2021-08", 0.5, 0.5, 0.5, 0.5, 0),
        ("2021-09", 1, 0, 1, 0, 0),
        ("2021-11", 1, 1, 0, 0, 0),
    ]
    assert rows(borders[["month", "n", "by_side_1", "by_side_2", "by_both", "by_neither"]]) == [
        ("2021-03", 1, 1, 0, 0, 0),
        ("2021-04", 0, 0, 0, 0, 0),
        ("2021-06", 1, 1, 0, 0, 0),
        ("2021-09", 2, 1, 1, 1, 1),
    ]
    assert (months["side_1"].unique().tolist(), months["side_2"].unique().tolist()) == (["XA"], ["XR"])


def test_who_connects_the_two_governments(tables: Tables) -> None:
    """Question 4: pairs across the table, and who has most counterparts."""
    # The small circle of the summit: Loe and Doe with Noe and Roe. The wide one: Loe and Moe with Noe and Soe. So Doe
    # never sat with Soe, nor Moe with Roe. Calls: Doe and Roe twice. Rounds: Moe and Soe twice. September: Doe with
    # Roe, Doe with Noe. Doe-Roe 1 + 2 + 1 = 4, Moe-Soe 1 + 2 = 3, Doe-Noe 1 + 1 = 2, the rest once. Poe and Roe are
    # only alleged. The trip of April names nobody of the other side.
    pairs = tables["copresence"]
    across = pairs[~pairs["same_side"]]
    ends = pd.concat([across["person_a"], across["person_b"]]).value_counts()

    assert rows(across[["person_a", "person_b", "n_contacts"]]) == [
        ("doe-jane", "noe-olga", 2),
        ("doe-jane", "roe-ivan", 4),
        ("loe-max", "noe-olga", 1),
        ("loe-max", "roe-ivan", 1),
        ("loe-max", "soe-pavel", 1),
        ("moe-kim", "noe-olga", 1),
        ("moe-kim", "soe-pavel", 3),
    ]
    assert ends.to_dict() == {
        "loe-max": 3,
        "noe-olga": 3,
        "doe-jane": 2,
        "moe-kim": 2,
        "roe-ivan": 2,
        "soe-pavel": 2,
    }


def test_who_had_served_in_the_other_country(tables: Tables) -> None:
    """Question 5: people with an earlier post in a mission to the other side."""
    # Moe was ambassador to Ruritania from 2015 to 2018, and took part in the summit and both rounds as deputy minister.
    # Doe's earlier post was at home.
    posts = tables["positions"].merge(tables["organizations"], left_on="organization", right_on="id")
    missions = posts[(posts["kind"] == "mission") & posts["name"].str.contains("in Ruritania")]
    earlier = tables["tenures"].merge(missions, left_on="position", right_on="id_x")[["participant", "date_end"]]
    there = tables["meeting_participants"].merge(
        counted(tables)[["id", "date_start"]], left_on="meeting", right_on="id"
    )
    found = there.merge(earlier, on="participant")
    found = found[found["date_end"] < found["date_start"]]

    assert rows(found[["meeting", "participant"]]) == [
        ("2021-06-summit", "moe-kim"),
        ("2021-07-round-1", "moe-kim"),
        ("2021-11-round-2", "moe-kim"),
    ]


def test_what_survives_without_anonymous_sourcing(tables: Tables) -> None:
    """Question 6: how much of the record is left if only named voices are believed."""
    # Of Doe and Noe only two unnamed people tell; they rest on nothing in common, so that it counts, with nobody on
    # record. The rest has at least one organ of a side: once for the first call, the trip and round two, twice (both
    # sides) for the summit, round one, and Doe and Roe; once for the call of June, besides the Gazette's own reporter.
    # Independent origins add the Gazette to the summit and to that call.
    claims = tables["claims"]
    about = claims[(claims["path"] == "status") & (claims["stance"] == "asserts")].assign(
        named=lambda frame: frame["attribution"].isin(["named-official", "named-organization"])
    )
    named = about.groupby("record")["named"].sum()
    meetings = counted(tables).assign(named=lambda frame: frame["id"].map(named))

    assert rows(meetings[["id", "n_independent", "named"]]) == [
        ("2021-03-call", 1, 1),
        ("2021-04-visit", 1, 1),
        ("2021-06-call", 2, 1),
        ("2021-06-summit", 3, 2),
        ("2021-07-round-1", 2, 2),
        ("2021-09-doe-noe", 2, 0),
        ("2021-09-doe-roe", 2, 2),
        ("2021-11-round-2", 1, 1),
    ]


def test_what_is_missing_against_published_counts(tables: Tables) -> None:
    """Question 7: published counts and what of them the dataset has."""
    # Three rounds are told of, two are members of the series: one is missing; and if there was at most one, the two are
    # one too many. Doe's trip may be the one that is told of: the place is in the country, and her rank is 2; but it is
    # no member of the series, nor named by the voice.
    columns = ["tally", "n_reported", "n_surely", "n_possibly", "missing_at_least", "verdict"]

    assert rows(tables["tally_check"][columns]) == [
        ("a-trip", 1, 0, 1, 0, "met"),
        ("one-round", 1, 2, 2, 0, "exceeded"),
        ("three-rounds", 3, 2, 2, 1, "short"),
    ]


def test_home_away_or_neutral_ground_by_level(tables: Tables) -> None:
    """Question 8: on whose ground the two met in person, from where the first side stands."""
    # The summit (level 1) and the trip of April (level unknown) on neutral ground. Round one (level 3) and both of
    # September (level 2) on Ruritania's; round two (level 3) on Arcadia's. The two calls were remote.
    sides = tables["meeting_sides"].merge(
        counted(tables)[["id", "tier_dyad", "mode"]], left_on="meeting", right_on="id"
    )
    here = sides[(sides["side"] == "XA") & (sides["mode"] == "in-person")]
    found = here.groupby(["ground", "tier_dyad"], dropna=False, as_index=False).size()

    assert rows(found) == [
        ("host", 3, 1),
        ("neutral", 1, 1),
        ("neutral", None, 1),
        ("visitor", 2, 2),
        ("visitor", 3, 1),
    ]


def test_whether_what_the_summit_launched_was_followed_up(tables: Tables) -> None:
    """Question 9: processes launched, and later contacts on their issue."""
    # The summit launched talks on quotas. Later somebody says that quotas were discussed in rounds one and two; Doe and
    # Roe spoke of fish at large. A source says of round one alone that it took the summit's business up.
    outcomes, issues, relations = tables["outcomes"], tables["meeting_issues"], tables["relations"]
    days = counted(tables).set_index("id")
    launched = outcomes[outcomes["type"] == "process-launched"]
    told = launched.merge(issues[issues["mode"].isin(["discussed", "raised"])], on="issue", suffixes=("", "_later"))
    told = told[told["meeting_later"].isin(days.index)]
    later = told[told["meeting_later"].map(days["date_start"]) > told["meeting"].map(days["date_end"])]
    follows = relations[(relations["type"] == "follows") & relations["target"].isin(launched["meeting"])]

    assert rows(launched[["meeting", "id"]]) == [("2021-06-summit", "quota-talks")]
    assert sorted(set(later["meeting_later"])) == ["2021-07-round-1", "2021-11-round-2"]
    assert follows["meeting"].tolist() == ["2021-07-round-1"]


def test_where_sources_disagree_and_what_is_preferred(tables: Tables) -> None:
    """Question 10: contested values, what is said of them, and which value the record gives."""
    # The summit alone is contested. It lasted three hours or four; the record takes Arcadia's three, for which one
    # origin speaks. How it went is answered in two ways, of which none is preferred; so both answers are contested.
    # That the Gazette knows only the month, and Ruritania only the city, is less precise and no dispute.
    agreement = tables["source_agreement"]
    disputed = agreement[agreement["contested"]]
    columns = ["meeting", "path", "preferred", "n_values", "n_agree", "n_differ", "n_independent"]
    vague = agreement[agreement["n_less_precise"] > 0]

    assert rows(disputed[columns]) == [
        ("2021-06-summit", "duration", "180", 2, 1, 1, 1),
        ("2021-06-summit", "question.how-it-went", None, 2, 0, 0, None),
        ("2021-06-summit", "statements.went-badly", None, 0, 1, 0, 1),
        ("2021-06-summit", "statements.went-well", None, 0, 1, 0, 1),
    ]
    assert rows(vague[["meeting", "path", "n_less_precise"]]) == [
        ("2021-06-summit", "date", 1),
        ("2021-06-summit", "place", 1),
    ]


def test_the_flat_view_reads_like_the_year(tables: Tables) -> None:
    """One row a counted contact, with people, offices and issues spelled out."""
    # The summit's people are those of both sessions, the record's own first. Issues are labels in alphabetical order.
    flat = tables["meetings_flat"].set_index("id")
    summit = flat.loc["2021-06-summit"]

    assert sorted(flat.index) == sorted(counted(tables)["id"])
    assert summit["side_1"] == "XA"
    assert summit["side_1_people"] == (
        "Max Loe (President of Arcadia); Jane Doe (Minister of Foreign Affairs); "
        "Kim Moe (Deputy Minister of Foreign Affairs)"
    )
    assert summit["side_2_people"] == (
        "Olga Noe (President of Ruritania); Ivan Roe (Minister of Foreign Affairs); "
        "Pavel Soe (Secretary of the Security Council)"
    )
    assert (summit["place"], summit["country"]) == ("Harbour Hall", "XC")
    assert summit["issues"] == "Borders; Fish quotas"
    assert flat[flat["side_2_people"].isna()].index.tolist() == ["2021-04-visit"]
