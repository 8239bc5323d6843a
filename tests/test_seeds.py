"""Whatever the two articles report is in the dataset, with who says so, and none of their slips is taken over."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from bilat import checking, tabular
from bilat.corpus import origins

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bilat.corpus import Corpus
    from bilat.corpus.claims import Claim
    from bilat.tabular import Compiled
    from bilat.tabular.table import Cell

ROOT = Path(__file__).parents[1]
EXPECTED: Final = [*(f"S1-{n:02}" for n in range(1, 48)), *(f"S2-{n:02}" for n in range(1, 49))]
MOST_REASONS: Final = 12
# The tables whose rows say what was said: by their own source, or by the claims about them.
SAID: Final = ("claims", "outcomes", "statements", "tallies")

BURNS_PAGE: Final = "hashtag-elyoum-2021-11-03-burns"
TALKS_PAGE: Final = "time-news-dw-nyt-secret-talks"
PAGES: Final = (BURNS_PAGE, TALKS_PAGE)
# What stands on the page of the talks through this document alone is the broadcaster's background on Geneva.
BACKGROUND: Final = "dw-nyt-secret-talks"
NEWSPAPER: Final = "nyt"

TALKS: Final = "2021-post-geneva-talks"
VISIT: Final = "2021-11-02-burns-moscow"
SECOND_SUMMIT: Final = "2021-second-summit"


def rows() -> list[dict[str, str]]:
    """Return the rows of seeds.csv."""
    with (ROOT / "tests" / "seeds.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = rows()


@cache
def corpus() -> Corpus:
    """Return the corpus of this checkout, resolved once."""
    return checking.check(ROOT).corpus


@cache
def tables() -> Mapping[str, Compiled]:
    """Return every table of this checkout, compiled once."""
    return tabular.compile_tables(corpus())


def found(table: str, key: str) -> list[Mapping[str, Cell]]:
    """Return the rows of a table that a key of seeds.csv means: column=value pairs, or a primary key's values."""
    compiled = tables()[table]
    if "=" in key:
        wanted = dict(pair.split("=", 1) for pair in key.split(";"))
    else:
        wanted = dict(zip(compiled.projection.contract.key, key.split("|"), strict=True))
    cells = (row.cells for row in compiled.rows)
    return [row for row in cells if all(_text(row[column]) == value for column, value in wanted.items())]


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def said(record: str, path: str = "", pages: Sequence[str | None] = PAGES) -> list[Claim]:
    """Return what the articles, or one of them, say of a record: of one path of it, or of all of it."""
    return [c for c in corpus().claims[record] if c.source in pages and path in ("", c.path.text)]


def on_the_pages() -> Iterator[Claim]:
    """Yield every claim that either article makes about whatever record, names and tenures included."""
    for record in corpus().claims:
        yield from said(record)
    yield from (claim for claim in corpus().registry_claims if claim.source in PAGES)


def test_every_claim_of_the_ledger_is_placed_once() -> None:
    """Each of the ninety-five claims has one row, in the ledger's order, and no row is about anything else."""
    assert [row["claim"] for row in ROWS] == EXPECTED


def test_few_claims_are_no_facts() -> None:
    """A claim is either found in a table or excused by a reason, and at most twelve are excused."""
    assert [row["claim"] for row in ROWS if bool(row["table"]) == bool(row["reason"])] == []
    assert len([row for row in ROWS if row["reason"]]) <= MOST_REASONS


@pytest.mark.parametrize("row", [row for row in ROWS if row["table"]], ids=lambda row: row["claim"])
def test_a_claim_of_the_articles_is_in_the_tables(row: dict[str, str]) -> None:
    """Its key names exactly one row, which holds the value that is expected of it."""
    here = found(row["table"], row["key"])

    assert len(here) == 1, f"{len(here)} rows of {row['table']} fit {row['key']}"
    assert bool(row["column"]) == bool(row["expected"])
    if row["column"]:
        assert _text(here[0][row["column"]]) == row["expected"]


@pytest.mark.parametrize("row", [row for row in ROWS if row["table"] in SAID], ids=lambda row: row["claim"])
def test_a_claim_is_given_to_the_article_that_makes_it(row: dict[str, str]) -> None:
    """What the first article reports stands on its page and what the second reports on that one, not on a copy."""
    page = BURNS_PAGE if row["claim"].startswith("S1-") else TALKS_PAGE
    record, _, id_ = row["key"].partition("|")

    assert f"source={page}" in row["key"] if row["table"] == "claims" else said(record, f"{row['table']}.{id_}", [page])


def test_both_articles_were_read_whole() -> None:
    """A paragraph may be cited by its number only in what was read to the end."""
    assert [corpus().sources[page].seen_text for page in PAGES] == ["whole", "whole"]


def test_a_misrendered_name_is_kept_and_is_nobodys_name() -> None:
    """The garbled name stands with the page that prints it, as a misrendering, and no person bears it."""
    garbled = found("participant_names", "neuberger-anne|Ann Nuremberger|en")

    assert [(row["kind"], row["source"]) for row in garbled] == [("misrendering", TALKS_PAGE)]
    assert found("participants", "neuberger-anne")[0]["name"] == "Anne Neuberger"
    assert found("participants", "name=Ann Nuremberger") == []


def test_three_trips_and_at_least_the_fourth_do_not_conflict() -> None:
    """Counts over different windows with different comparators are two tallies, and no tally is contested."""
    three, fourth = (corpus().meetings[TALKS].tallies[id_] for id_ in ("three-trips", "fourth-trip"))

    assert (three.n, three.comparator, three.window.text) == (3, "exactly", "2021-07/2021-10-31")
    assert (fourth.n, fourth.comparator, fourth.window.text) == (4, "at-least", "2021-07/2021-11-02")
    assert fourth.includes == (VISIT,)
    assert [path for path in corpus().facts[TALKS].contested if path.startswith("tallies.")] == []


def test_both_articles_together_are_one_independent_origin() -> None:
    """What outlets and anonymous voices say on the two pages all rests on one newspaper, its own articles included."""
    relayed = [
        claim
        for claim in on_the_pages()
        if claim.speaker.kind in ("publisher", "anonymous") and claim.via != BACKGROUND
    ]

    assert {claim.source for claim in relayed} == set(PAGES)
    assert [claim.path.text for claim in relayed if NEWSPAPER not in claim.origins] == []
    assert origins.independent(claim.origins for claim in relayed) == 1
    own = [
        c
        for found in corpus().claims.values()
        for c in found
        if c.source in ("nyt-2021-10-31-rivals", "nyt-2021-11-02-burns")
    ]
    assert origins.independent(claim.origins for claim in [*relayed, *own]) == 1


def test_background_of_the_broadcaster_is_an_origin_of_its_own() -> None:
    """What the broadcaster adds on Geneva rests on the broadcaster or on who is quoted, never on the newspaper."""
    added = [claim for claim in on_the_pages() if claim.via == BACKGROUND]

    assert {claim.record.id for claim in added} == {"2021-06-16-geneva-summit"}
    assert {name for claim in added for name in claim.origins} == {"deutsche-welle", "kremlin", "white-house"}


def test_not_to_have_confirmed_is_to_decline() -> None:
    """The White House neither affirms nor denies another summit, and so nobody contests by it that one was offered."""
    answers = [c for c in said(SECOND_SUMMIT) if c.speaker.id == "white-house"]

    assert [(claim.path.text, claim.value, claim.stance) for claim in answers] == [("status", "proposed", "declines")]
    assert corpus().meetings[SECOND_SUMMIT].status == "proposed"


def test_who_gives_a_mandate_takes_no_part() -> None:
    """Biden, at whose request Burns travelled, attends neither the visit nor any meeting within it."""
    whole = [corpus().meetings[VISIT], *corpus().children[VISIT]]

    assert corpus().meetings[VISIT].mandated_by == "biden-joseph"
    assert len(whole) > 1
    assert [record.id for record in whole for entry in record.people() if entry.id == "biden-joseph"] == []


def test_what_the_talks_deal_with_is_not_what_burns_dealt_with() -> None:
    """The articles give the subjects of the talks to the series; of the visit they name bilateral relations alone."""
    visit = [corpus().meetings[VISIT], *corpus().children[VISIT]]
    talks = {claim.path.id for claim in said(TALKS) if claim.path.field == "issues"}

    assert {c.path.id for record in visit for c in said(record.id) if c.path.field == "issues"} == {
        "bilateral-relations"
    }
    assert talks == {"arms-control", "cyber", "iran-nuclear", "north-korea", "afghanistan", "climate"}


def test_the_office_of_the_day_is_not_the_office_of_the_past() -> None:
    """Burns came as head of the CIA, and the page's word on his years as ambassador is kept beside it."""
    burns = found("meeting_participants", f"{VISIT}|US|burns-william")
    past = found("tenures", f"participant=burns-william;position=us-embassy-moscow/ambassador;source={BURNS_PAGE}")

    assert [row["position"] for row in burns] == ["cia/director"]
    assert [(row["held_from"], row["held_until"]) for row in past] == [("2005", "2008")]


def test_a_day_worked_out_from_a_weekday_shows_the_weekday() -> None:
    """Whatever day the page gives by weekday alone is implied, with the weekday as printed and the reason."""
    dated = [c for record in (VISIT, "2021-11-02-burns-patrushev") for c in said(record) if c.path.field == "date"]

    assert len(dated) == 3
    assert [claim.certainty for claim in dated] == ["implied"] * 3
    assert [claim.path.text for claim in dated if "Tuesday" not in (claim.as_printed or "") or not claim.because] == []


def test_a_headlines_secret_is_hedged_beside_the_texts_closed() -> None:
    """Both words are kept, the headline's is hedged, and the record prefers that of the text."""
    words = {claim.value: (claim.locator, claim.certainty) for claim in said(TALKS, "openness")}

    assert words == {"secret": ("headline", "hedged"), "closed": ("p3", "stated")}
    assert corpus().meetings[TALKS].openness == "closed"


def test_a_government_is_no_place() -> None:
    """Kremlin, White House and Moscow as actors are voices; a place is only where somebody met."""
    named = {claim.value for claim in on_the_pages() if claim.path.field == "place"}
    counted = {tally.place for tally in corpus().meetings[TALKS].tallies.values() if tally.place}
    bodies = {body.name for body in corpus().organizations.values() if body.kind != "state"}

    assert named == {"moscow", "geneva"}
    assert counted == {"moscow"}
    assert {"finland", "switzerland"} <= set(corpus().places)
    assert {place.name for place in corpus().places.values()} & bodies == set()
