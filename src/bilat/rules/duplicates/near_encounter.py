"""# near-encounter (X04)

## What it does
Reports a meeting or visit of the same leading people, in a place that may be the same, within three days of another.

## Why it matters
Two reports that are a day apart often tell of one encounter, which would count twice.

## Example
```yaml bad meetings/2021-04-visit-of-doe.yaml X04:1
title: Doe visits Harbour City
kind: visit
status: occurred
date: 2021-04-14
mode: in-person
place: harbour-city
setting: third-party-hosted
participants:
  XA: {doe-jane: head}
third: {isles-state: host}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-04-14, mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, third.isles-state]
```
```text
`2021-04-visit-of-doe` may be `2021-04-visit`, at most 2 days away
```

## Use instead
```yaml good meetings/2021-04-visit-of-doe.yaml
title: Doe visits Harbour City
kind: visit
status: occurred
date: 2021-04-18
mode: in-person
place: harbour-city
setting: third-party-hosted
participants:
  XA: {doe-jane: head}
third: {isles-state: host}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-04-18, mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, third.isles-state]
```

## Near miss
Whoever links the two knows of both:
```yaml near-miss meetings/2021-04-visit-of-doe.yaml
title: Doe visits Harbour City
kind: visit
status: occurred
date: 2021-04-14
mode: in-person
place: harbour-city
setting: third-party-hosted
participants:
  XA: {doe-jane: head}
third: {isles-state: host}
follows: [2021-04-visit]
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-04-14, mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, third.isles-state, follows.2021-04-visit]
```

## When it is right
If both took place and neither followed from the other:
```
accept:
- {rule: X04, because: both governments tell of two visits within the week}
```

## Known limits
All leading people of both sides have to be the same, the mode too if both have one, and each record must be known to
the month. A link of any kind between the two tells them apart.
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


@rule("X04", over="meetings", severity=Severity.WARNING, whole=True)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare a record with those of smaller ids that the same people led."""
    for other in encounters.before(corpus.by_principals, meeting):
        days = encounters.days_apart(corpus, meeting, other)
        if days is not None and not encounters.are_surely_one(corpus, meeting, other):
            yield Fault(
                meeting.at("title"),
                f"`{meeting.id}` may be `{other.id}`, at most {days} days away",
                note=f"the other stands at {place(other.at('title'))}; both were led by the same people",
                help=f"if they are one, move what this record has into {other.id}; if not, link them: follows: "
                f"[{other.id}], or {accepting('X04')}",
                cause=meeting.id,
            )
