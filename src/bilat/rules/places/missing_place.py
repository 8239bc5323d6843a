"""# missing-place (P01)

## What it does
Reports a meeting or session in person that took place nowhere: it has no place.

## Why it matters
Whether it was at home, away or on neutral ground is one of the first things that an analyst asks.

## Example
```yaml bad meetings/2021-05-04-doe-roe.yaml P01:5
title: Doe meets Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: in-person
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: in-person}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
a meeting that occurred `in-person` has no place
```

## Use instead
```yaml good meetings/2021-05-04-doe-roe.yaml
title: Doe meets Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: in-person
place: harbour-city
setting: third-party-hosted
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Near miss
Two voices name two cities, and nothing decides between them:
```yaml near-miss meetings/2021-05-04-doe-roe.yaml
title: Doe meets Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: in-person
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: in-person, place: arcadia-city}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
- source: ruritania-readout
  says: {status: occurred, place: ruritania-city}
```

## Known limits
Where voices differ about the place and none is preferred, it may be left out; that they differ is then the datum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("P01", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Ask for the place of an encounter in person."""
    due = meeting.kind in ("meeting", "session") and meeting.status == "occurred" and meeting.mode == "in-person"
    if due and meeting.place is None and "place" not in corpus.facts[meeting.id].contested:
        yield Fault(
            meeting.at("mode"),
            f"a {meeting.kind} that occurred `in-person` has no place",
            help="write place: with the most specific one that a source names, if only the country",
            field="place",
        )
