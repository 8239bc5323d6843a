"""A seeded corpus of invented records in which nothing is wrong: one meeting a day, by people who do not get more.

Meetings and sources grow with the number asked for, and so does the window, so that each day is as busy in a large
corpus as in a small one. People, organizations, places, issues and publishers stay as many as they are.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

SEED: Final = 20220224
FIRST_DAY: Final = date(1980, 1, 1)
BODIES: Final = 8
POSTS: Final = 5
PEOPLE: Final = BODIES * POSTS
CITIES: Final = 30
ISSUES: Final = 40
PAPERS: Final = 12
SIDES: Final = {"XA": "Arcadia", "XR": "Ruritania", "XC": "Isles"}
KINDS: Final = ("foreign-ministry", "executive", "military", "intelligence", "security-council", "mission", "agency")
WORDS: Final = ("fish", "harbours", "pilots", "bridges", "customs", "students", "museums", "grain", "timber", "rail")
GIVEN: Final = ("Anna", "Boris", "Clara", "Dmitry", "Elena", "Fyodor", "Galina", "Igor", "Kira", "Leonid", "Maria")
NATIVE: Final = ("Анна", "Борис", "Клара", "Дмитрий", "Елена", "Фёдор", "Галина", "Игорь", "Кира", "Леонид", "Мария")


@dataclass(frozen=True, slots=True)
class Encounter:
    """What the text of one meeting record is made of."""

    number: int
    kind: str
    first: date
    last: date
    mode: str
    city: int
    lead: int
    part_of: str | None

    @property
    def id(self) -> str:
        """The id of its record."""
        return f"meeting-{self.number:06}"

    @property
    def date(self) -> str:
        """Its date as a record writes it."""
        return str(self.first) if self.first == self.last else f"{self.first}/{self.last}"


def corpus(root: Path, meetings: int) -> None:
    """Write a checkout with that many meeting records below an existing folder."""
    rng = random.Random(SEED)  # noqa: S311 - the same text each time is the point
    about = {"name": "bench", "title": "An invented corpus", "licenses": [{"name": "CC0-1.0"}]}
    _write(root / "datapackage.json", json.dumps(about))
    datasets = root / "datasets"
    _registries(datasets, meetings)
    for encounter in (_encounter(number) for number in range(meetings)):
        folder = str(encounter.first.year)
        _write(datasets / "meetings" / folder / f"{encounter.id}.yaml", _meeting(encounter, rng))
        _write(datasets / "sources" / folder / f"readout-{encounter.number:06}.yaml", _readout(encounter, rng))
        if encounter.number % 2 == 0:
            _write(datasets / "sources" / folder / f"{_report_id(encounter)}.yaml", _report(encounter, rng))


def _encounter(number: int) -> Encounter:
    """Days, place and people of a record: of ten, the first is a visit, the next inside it, the fifth a session."""
    turn, day = number % 10, FIRST_DAY + timedelta(days=number)
    lead, city = number * 3 % PEOPLE, number * 7 % CITIES
    if turn == 0:
        return Encounter(number, "visit", day, day + timedelta(days=2), "in-person", city, lead, None)
    if turn in (1, 4):
        whole = _encounter(number - 1)
        kind, day = ("meeting", day) if turn == 1 else ("session", whole.first)
        return Encounter(number, kind, day, day, "in-person", whole.city, whole.lead, whole.id)
    mode = "phone" if turn in (2, 6) else "in-person"
    return Encounter(number, "meeting", day, day, mode, city, lead, None)


def _meeting(about: Encounter, rng: random.Random) -> str:
    own = [_person("XA", about.lead + step) for step in range(3)]
    others = [_person("XR", about.lead + step) for step in range(2)] if about.kind != "visit" else []
    issues = rng.sample(range(ISSUES), 3)
    place = f"place: city-{about.city:02}\n" if about.mode == "in-person" else ""
    part_of = f"part_of: {about.part_of}\n" if about.part_of else ""
    setting = "third-party-hosted" if _country(about.city) == "XC" and place else "bilateral"
    values = f"status: occurred, date: {about.date}, mode: {about.mode}" + (f", {place.strip()}" if place else "")
    named = [f"participants.XA.{id_}" for id_ in own] + [f"participants.XR.{id_}" for id_ in others]
    inside = [f"part_of.{about.part_of}"] if about.part_of else []
    return f"""\
# Entered from the readout and one report; the report alone gives the length.
title: {_phrase(rng, 4).capitalize()} are talked over
kind: {about.kind}
status: occurred
date: {about.date}
mode: {about.mode}
{place}{part_of}setting: {setting}
format: {"call" if about.mode == "phone" else "talks"}
announced: after
initiated_by: XA
duration: {rng.randrange(60, 120)}  # minutes, without the break
participants:
  XA: {{{own[0]}: principal, {own[1]}: member, {own[2]}: member}}
{f"  XR: {{{others[0]}: principal, {others[1]}: member}}" if others else "  # the hosts are those of the meeting"}
issues:
- issue-{issues[0]:02}
- issue-{issues[1]:02}
- issue-{issues[2]:02}
outcomes:
  next-round:
    type: decision-to-meet
    by: both
    issue: issue-{issues[0]:02}
    text: Experts of both sides are to meet again on {_phrase(rng, 3)}
statements:
  tone:
    type: characterisation
    issue: issue-{issues[1]:02}
    valence: positive
    text: >-
      The talk on {_phrase(rng, 2)} was frank and useful to both,
      as the paper has it («откровенный разговор»)
evidence:
- source: readout-{about.number:06}
  at: lead
  says: {{{values}, announced: after, initiated_by: XA}}
  supports:
{_list([*named, *inside, f"issues.issue-{issues[0]:02}", "outcomes.next-round"])}
- source: {_report_id(about)}
  voice: {{anonymous: officials who know of the talks, side: XR}}
  certainty: hedged
  says: {{duration: 50/130, issues.issue-{issues[1]:02}: {{mode: raised, by: XA}}}}
  as_printed: {{duration: 'час, может быть, два'}}
- source: {_report_id(about)}  # the paper itself
  says: {{status: occurred, date: "{about.first:%Y-%m}"}}
  supports: [participants.XA.{own[0]}, issues.issue-{issues[2]:02}, statements.tone]
"""


def _readout(about: Encounter, rng: random.Random) -> str:
    return f"""\
title: Readout of the talks on {_phrase(rng, 3)}
publisher: press-xa-0
kind: readout
lang: en
published: {about.last}
url: https://arcadia.example/readouts/{about.number}
seen: {{on: 2020-01-02, text: whole}}
"""


def _report(about: Encounter, rng: random.Random) -> str:
    before = about.number - 2
    relays = f"relays:\n- {{source: report-{before:06}, how: cites}}\n" if about.number % 6 else ""
    published = FIRST_DAY + timedelta(days=about.number + 3)
    return f"""\
title: 'Стороны обсудили вопросы: {_phrase(rng, 2)}'
publisher: paper-{rng.randrange(PAPERS):02}
kind: press-report
lang: ru
published: {published}
url: https://paper.example/{published:%Y/%m}/{about.number}
seen: {{on: 2020-01-02, text: excerpt}}
{relays}"""


def _report_id(about: Encounter) -> str:
    """The report that covers an encounter: one covers two."""
    return f"report-{about.number // 2 * 2:06}"


def _registries(datasets: Path, meetings: int) -> None:
    _write(datasets / "dataset.yaml", _dataset(FIRST_DAY + timedelta(days=meetings + 10)))
    _write(datasets / "publishers.yaml", _publishers())
    for code, name in SIDES.items():
        text = f"name: {name}\ntype: country\ncountry: {code}\n"
        _write(datasets / "places" / f"{name.lower()}.yaml", text)
        _write(datasets / "sources" / f"yearbook-{code.lower()}.yaml", _yearbook(code))
    for number in range(CITIES):
        _write(datasets / "places" / f"city-{number:02}.yaml", _city(number))
    for number in range(ISSUES):
        _write(datasets / "issues" / f"issue-{number:02}.yaml", _issue(number))
    for side in ("XA", "XR"):
        for number in range(BODIES):
            _write(datasets / "organizations" / f"{_body(side, number)}.yaml", _organization(side, number))
        for number in range(PEOPLE):
            _write(datasets / "participants" / f"{_person(side, number)}.yaml", _participant(side, number))


def _dataset(end: date) -> str:
    return f"""\
title: Invented contacts between Arcadia and Ruritania
window: {FIRST_DAY}/{end}
sides:
  XA: {{name: Arcadia, country: XA, capital: city-00, zone: Europe/Berlin}}
  XR: {{name: Ruritania, country: XR, capital: city-01, zone: Europe/Berlin}}
time_rule: utc
counted_settings: [bilateral, third-party-hosted]
"""


def _publishers() -> str:
    organs = [
        f"press-{side.lower()}-{number}: {{name: Press office {number} of {SIDES[side]}, country: {side}, "
        f"kind: government, organization: {_body(side, number)}}}"
        for side in ("XA", "XR")
        for number in range(BODIES)
    ]
    papers = [f"paper-{number:02}: {{name: Paper {number}, country: XC, kind: newspaper}}" for number in range(PAPERS)]
    return "\n".join([*organs, *papers, ""])


def _yearbook(code: str) -> str:
    return f"""\
title: Yearbook of offices, {SIDES[code]}
publisher: paper-00
kind: document
lang: en
published: {FIRST_DAY - timedelta(days=200)}
seen: {{on: 2020-01-02, text: whole}}
"""


def _city(number: int) -> str:
    country = _country(number)
    return f"name: City {number}\ntype: city\ncountry: {country}\npart_of: {SIDES[country].lower()}\n"


def _issue(number: int) -> str:
    broader = f"broader: issue-{number % 4:02}\n" if number >= 4 else ""
    word = WORDS[number % len(WORDS)]
    return f"label: {word.capitalize()} {number}\ndefinition: All that has to do with {word}, part {number}.\n{broader}"


def _organization(side: str, number: int) -> str:
    posts = [
        f"  post-{post}: {{title: Holder of post {post}, tier: {2 + post // 2}, head: {str(post == 0).lower()}}}"
        for post in range(POSTS)
    ]
    head = f"name: Body {number} of {SIDES[side]}\ncountry: {side}\nkind: {KINDS[number % len(KINDS)]}\npositions:\n"
    return head + "\n".join(posts) + "\n"


def _participant(side: str, number: int) -> str:
    given = number % len(GIVEN)
    body, post = _body(side, number // POSTS), number % POSTS
    before = f"{body}/post-{(post + 1) % POSTS}"
    return f"""\
name: {GIVEN[given]} {SIDES[side]}n-{number:02}
names:
- {{text: {NATIVE[given]} {number:02}-й, lang: ru, kind: native, source: yearbook-{side.lower()}}}
positions:
- {{position: {before}, from: 1970-01-01, until: 1975-06-30, source: yearbook-{side.lower()}}}
- {{position: {body}/post-{post}, from: 1975-07-01, source: yearbook-{side.lower()}}}
"""


def _person(side: str, number: int) -> str:
    return f"{SIDES[side].lower()}n-{number % PEOPLE:02}"


def _body(side: str, number: int) -> str:
    return f"{SIDES[side].lower()}-body-{number}"


def _country(city: int) -> str:
    return list(SIDES)[city % len(SIDES)]


def _phrase(rng: random.Random, length: int) -> str:
    return " and ".join(rng.sample(WORDS, length))


def _list(items: list[str]) -> str:
    return "\n".join(f"  - {item}" for item in items)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
