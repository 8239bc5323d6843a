"""# unusually-long (D08)

## What it does
Reports a visit of more than fourteen days, or a meeting or session of more than three.

## Why it matters
Most often two dates were meant as rivals, or a month was written as a span: A/B says that it lasted from A through B.

## Example
```yaml bad meetings/2021-05-04-doe-roe.yaml D08:4
title: Doe meets Roe
kind: meeting
status: occurred
date: 2021-05-04/2021-05-10
mode: in-person
place: harbour-city
setting: third-party-hosted
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04/2021-05-10, mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
`2021-05-04/2021-05-10` makes this a meeting of 7 days
```

## Use instead
If it was on one day, from the first through the last, that is a set:
```yaml good meetings/2021-05-04-doe-roe.yaml
title: Doe meets Roe
kind: meeting
status: occurred
date: [2021-05-04..2021-05-10]
mode: in-person
place: harbour-city
setting: third-party-hosted
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: [2021-05-04..2021-05-10], mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Near miss
Three days of talks are no rarity:
```yaml near-miss meetings/2021-05-04-doe-roe.yaml
title: Doe meets Roe
kind: meeting
status: occurred
date: 2021-05-04/2021-05-06
mode: in-person
place: harbour-city
setting: third-party-hosted
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04/2021-05-06, mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## When it is right
If sources say outright that it went on for so long:
```
accept:
- {rule: D08, path: date, because: the delegations negotiated for a week without a break, as both readouts say}
```

## Known limits
The shortest possible length counts, so a span with an open end or between two months is let pass. A series has no
length to exceed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.findings import Severity
from bilat.rules.rule import Fault, accepting, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.edtf import Date
    from bilat.records.model import Meeting

_MOST_DAYS: Final = {"visit": 14, "meeting": 3, "session": 3}


@rule("D08", over="meetings", severity=Severity.WARNING)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Count the days that it surely lasted."""
    days, most = _days(meeting.date), _MOST_DAYS.get(meeting.kind)
    if most and days > most:
        yield Fault(
            meeting.at("date"),
            f"`{meeting.date.text}` makes this a {meeting.kind} of {days} days",
            note=f"more than {most} are rare; A/B means that it lasted from A through B",
            help=f"for one of several days write [A, B] or [A..B]; if it lasted that long: {accepting('D08', 'date')}",
            field="date",
        )


def _days(date: Date) -> int:
    if date.means != "throughout" or date.start.last is None or date.end.first is None:
        return 0
    return (date.end.first - date.start.last).days + 1
