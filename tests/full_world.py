"""The invented world with what it lacks, so that no table is empty; its package as written, and CSV as plain cells."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilat import checking, tabular
from bilat.package import folder

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from bilat.tabular import Compiled

Tables = dict[str, "Compiled"]

WORLD: Final = Path(__file__).parent / "world"
ABOUT: Final = {"name": "fish", "title": "Fish", "licenses": [{"name": "CC0-1.0"}]}
CELL: Final = re.compile(r'("(?:[^"]|"")*"|[^",\n]*)([,\n])')
# What the invented world lacks, so that every table has rows.
MORE: Final = {
    "meetings/2021-04-11-quota-talks.yaml": """\
title: Doe and Roe speak of quotas in Harbour Hall
kind: meeting
status: occurred
date: 2021-04-11
mode: in-person
place: harbour-hall
setting: third-party-hosted
occasion: Harbour Fish Week
format: talks
openness: closed
announced: before
initiated_by: XA
mandated_by: poe-anna
duration: 60/90
part_of: 2021-04-visit
participants:
  XA:
    n: 3
    doe-jane: {role: head, capacity: neutral}
    arcadian-aides:
      unnamed: two aides of the Minister
      n: 2
      role: member
  XR:
    roe-ivan: {role: head, as: ruritania-ministry/minister}
third:
  isles-state: host
  moe-kim: intermediary
issues: [fish-quotas]
outcomes:
  quota-paper:
    type: handover
    by: XA
    to: XR
    issue: fish-quotas
    text: A paper on quotas, "two pages" long
    date: 2021-04-11
    due: 2021-06
    fulfilled: partly
    question: what-was-agreed
  next-round:
    type: decision-to-meet
    text: |-
      A next round
      within the year
statements:
  useful:
    type: assessment
    issue: fish-quotas
    valence: positive
    text: The talks were useful
    about: 2021-04
    question: how-it-went
evidence:
- source: arcadia-quota-readout
  says:
    status: occurred
    date: 2021-04-11
    mode: in-person
    place: harbour-hall
    initiated_by: XA
    mandated_by: poe-anna
    openness: closed
    announced: before
    participants.XA.n: 3
    issues.fish-quotas: {mode: raised, by: XA}
  supports:
  - part_of.2021-04-visit
  - participants.XA.doe-jane
  - participants.XA.arcadian-aides
  - participants.XR.roe-ivan
  - third.isles-state
  - third.moe-kim
  - outcomes.quota-paper
  - outcomes.next-round
  - statements.useful
- source: courier-quota-report
  via: gazette-quota-report
  voice: {anonymous: an islander in the hall, of: isles-state}
  said_on: 2021-04-12
  at: p2
  certainty: hedged
  as_printed: {duration: a good hour}
  says: {status: occurred, duration: 60/90}
- source: courier-quota-report
  voice: roe-ivan
  said_on: 2021-05-05
  denies: [outcomes.next-round]
- infers: {place: harbour-city}
  because: The hall stands in that city.
reviewed_by: [Ann Reader]
contributors: [Ben Writer, Cat Mender]
""",
    "meetings/2021-fish-talks.yaml": """\
title: Talks on fish
kind: series
status: occurred
date: 2021-02/2021-11
led_by:
  XA: [doe-jane]
  XR: [roe-ivan]
tallies:
  rounds:
    unit: round
    comparator: at-least
    n: 3
    window: 2021-02/2021-06
    side: XA
    includes: [2021-04-visit]
    place: isles
    tier: 3
evidence:
- source: arcadia-readout-2022
  says: {status: occurred, date: 2021-02/2021-11, tallies.rounds.n: 3}
  supports: [led_by.XA.doe-jane, led_by.XR.roe-ivan, tallies.rounds]
""",
    "organizations/quota-office.yaml": """\
name: Quota Office of Arcadia
names:
- {text: Amt für Quoten, lang: de, kind: native, source: arcadia-quota-readout}
country: XA
kind: agency
part_of: arcadia-ministry
positions:
  clerk:
    title: Clerk of Quotas
    native: Quotenschreiber
    tier: 5
""",
    "participants/moe-kim.yaml": """\
name: Kim Moe
names:
- {text: K. Mo, lang: en, kind: misrendering, source: gazette-quota-report}
wikidata: Q42
born: 1961
positions:
- position: quota-office/clerk
  from: 2019-01
  until: 2019-12-31
  acting: true
  source: arcadia-quota-readout
""",
    "places/arcadian-bank.yaml": """\
name: The Arcadian Bank
type: region
part_of: arcadia
near: harbour-city
lat: 54.5
lon: 9.9
wikidata: Q4242
""",
    "issues/herring-quotas.yaml": """\
label: Herring quotas
definition: How much herring either state may catch.
broader: fish-quotas
coding: Only where herring is named; otherwise fish-quotas.
hard_case:
  record: 2021-04-11-quota-talks
  text: Doe spoke of silver darlings. That is herring, so it is not fish-quotas.
""",
    "sources/arcadia-quota-readout.yaml": """\
title: Readout of the quota talks
publisher: arcadia-ministry-press
kind: readout
lang: en
published: 2021-04-12
url: https://example.org/quotas
archived: https://example.org/archive/quotas
seen: {on: 2022-01-02, text: whole}
translation: human
authors: [The Press Office]
""",
    "sources/gazette-quota-report.yaml": """\
title: Ministers meet in Harbour Hall
publisher: gazette
kind: press-report
lang: en
published: 2021-04-12
seen: {on: 2022-01-02, text: whole}
relays:
- {source: arcadia-quota-readout, how: quotes}
""",
    "sources/courier-quota-report.yaml": """\
title: Quotas on the table, says Gazette
publisher: courier
kind: press-report
lang: en
published: 2021-04-13
seen: {on: 2022-01-02, text: whole}
relays:
- source: gazette-quota-report
  how: summarises
""",
    "codings/2021-04-11-quota-talks/a.yaml": """\
title: Doe meets Roe
kind: meeting
status: occurred
date: 2021-04-11
evidence:
- source: arcadia-quota-readout
  says: {status: occurred, date: 2021-04-11}
  supports: [participants.XA.doe-jane]
""",
    "coverage.yaml": """\
april-fish:
  feed: The Gazette's archive
  window: 2021-04
  query: fish quotas
  run_on: 2022-01-02
  read: 7
  status: read
  made: 2
""",
    "leads.yaml": """\
poe-called-roe:
  title: Poe is said to have called Roe
  window: 2021-03/2021-04
  heard: A remark in the Gazette
  because: Neither the day nor the channel is known
""",
    "retired.yaml": """\
2021-04-quota-talks: {successor: 2021-04-11-quota-talks}
""",
    "readings/2021-04-11-quota-talks.yaml": """\
readings:
- path: date
  verdict: confirmed
  source: gazette-quota-report
  read_on: 2022-02-01
  method: human-page
  note: The Gazette gives the weekday only
""",
}


@dataclass(frozen=True)
class World:
    """The invented dataset as a checkout, compiled, and its package as written."""

    root: Path
    tables: Tables
    written: Path


def make(root: Path) -> World:
    """Compile the invented world, with what it lacks, and write its package."""
    shutil.copytree(WORLD, root / "datasets")
    for name, text in MORE.items():
        path = root / "datasets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (root / "datapackage.json").write_text(json.dumps(ABOUT), "utf-8")
    checked = checking.check(root)
    assert checked.findings == []
    tables = tabular.compile_tables(checked.corpus)
    written = root / "written"
    written.mkdir()
    folder.write(tables, root, written)
    return World(root, tables, written)


def raw_rows(path: Path) -> list[list[str]]:
    """Return the cells of a CSV as they are written, quotes included."""
    rows: list[list[str]] = [[]]
    for cell, end in CELL.findall(path.read_text("utf-8")):
        rows[-1].append(cell)
        if end == "\n":
            rows.append([])
    return rows[:-1]


def as_text(value: object) -> str:
    """Write a value as a cell of CSV."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return '"' + value.replace('"', '""') + '"' if isinstance(value, str) else str(value)


def write_rows(rows: list[list[str]], path: Path) -> None:
    """Write cells as they are."""
    path.write_text("".join(f"{','.join(row)}\n" for row in rows), "utf-8")


def some_of(written: Path, to: Path, names: AbstractSet[str]) -> Path:
    """Copy some tables of a package, without sizes and sums."""
    for kind in ("csv", "parquet"):
        (to / kind).mkdir(parents=True)
    resources = []
    for name in sorted(names):
        schema = json.loads((written / "schemas" / f"{name}.schema.json").read_text("utf-8"))
        resources.append({"name": name, "path": f"csv/{name}.csv", "schema": schema})
        shutil.copy(written / "csv" / f"{name}.csv", to / "csv")
        shutil.copy(written / "parquet" / f"{name}.parquet", to / "parquet")
    (to / "datapackage.json").write_text(json.dumps({"resources": resources}), "utf-8")
    return to
