"""# two-places-at-once (C07)

## What it does
Reports somebody who was in two places far from each other on the same day.

## Why it matters
Travel between two capitals within a day is rare; most often a date, a place or a name is wrong in one of the two.

## Example
```yaml bad meetings/2021-04-visit-apart.yaml C07:9
title: Doe meets Roe
kind: meeting
status: occurred
date: 2021-04-11
mode: in-person
place: arcadia-city
setting: bilateral
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-04-11, mode: in-person, place: arcadia-city}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
`doe-jane` is here and in `2021-04-visit` on 2021-04-11, in XA and XC
```

## Use instead
```yaml good meetings/2021-04-visit-apart.yaml
title: Doe meets Roe
kind: meeting
status: occurred
date: 2021-04-11
mode: in-person
place: harbour-hall
setting: third-party-hosted
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-04-11, mode: in-person, place: harbour-hall}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Near miss
On the last day of a visit one may be home again:
```yaml near-miss meetings/2021-04-visit-apart.yaml
title: Doe meets Roe
kind: meeting
status: occurred
date: 2021-04-12
mode: in-person
place: arcadia-city
setting: bilateral
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-04-12, mode: in-person, place: arcadia-city}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## When it is right
If somebody flew between the two on that day:
```
accept:
- {rule: C07, path: participants.XA.doe-jane, because: both readouts have her fly home after noon}
```

## Known limits
Far is more than 300 km, or another country where coordinates are missing. Only days that are certain count: the day
of a meeting, and of a visit the days on which nobody came or went. Nor do hosts, plans and what is alleged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import encounters
from bilat.findings import Severity
from bilat.rules.rule import Fault, accepting, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("C07", over="meetings", severity=Severity.WARNING, whole=True)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare a record with those of smaller ids at which one of its people was on the same day."""
    days = list(encounters.certain_days(meeting))
    for person in meeting.people() if meeting.place else ():
        for day in days:
            stays = corpus.by_stay.get((person.id, day), ())
            other = next((found for found in stays if _is_far(corpus, meeting, found)), None)
            if other and meeting in stays:
                yield Fault(
                    person.at(key=True),
                    f"`{person.id}` is here and in `{other.id}` on {day}, "
                    f"{encounters.far_apart(corpus, meeting.place or '', other.place or '')}",
                    note=f"the other stands at {place(other.at('date'))}",
                    help="mend the date or place of one; if somebody was in both: "
                    f"{accepting('C07', f'participants.{person.side}.{person.id}')}",
                    field=f"participants.{person.side}.{person.id}",
                    cause=f"{person.id} {other.id}",
                )


def _is_far(corpus: Corpus, meeting: Meeting, other: Meeting) -> bool:
    """Say whether a record of a smaller id took place far from this one."""
    return other.id < meeting.id and bool(
        meeting.place and other.place and encounters.far_apart(corpus, meeting.place, other.place)
    )
