"""# same-encounter (X03)

## What it does
Reports a meeting or visit that shares its days, its leading people, its mode and its place with another one.

## Why it matters
One encounter under two ids counts twice.

## Example
```yaml bad meetings/2021-04-visit-of-doe.yaml X03:1
title: Doe visits Harbour City
kind: visit
status: occurred
date: 2021-04-11/2021-04-12
mode: in-person
place: harbour-city
setting: third-party-hosted
participants:
  XA: {doe-jane: head}
third: {isles-state: host}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-04-11/2021-04-12, mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, third.isles-state]
```
```text
`2021-04-visit-of-doe` and `2021-04-visit` look like one encounter
```

## Use instead
```yaml good meetings/2021-04-visit-of-doe.yaml
title: Doe visits Harbour City
kind: visit
status: occurred
date: 2021-03-11/2021-03-12
mode: in-person
place: harbour-city
setting: third-party-hosted
participants:
  XA: {doe-jane: head}
third: {isles-state: host}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-03-11/2021-03-12, mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, third.isles-state]
```

## Near miss
Whoever links the two knows of both:
```yaml near-miss meetings/2021-04-visit-of-doe.yaml
title: Doe visits Harbour City
kind: visit
status: occurred
date: 2021-04-11/2021-04-12
mode: in-person
place: harbour-city
setting: third-party-hosted
participants:
  XA: {doe-jane: head}
third: {isles-state: host}
follows: [2021-04-visit]
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-04-11/2021-04-12, mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, third.isles-state, follows.2021-04-visit]
```

## Known limits
Both must have occurred, on days that are known to the day and without doubt. A link of any kind between the two, such
as follows or part_of, tells them apart; if they lie some days apart, see near-encounter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import encounters
from bilat.rules.rule import Fault, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("X03", over="meetings", whole=True)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare a record with those of smaller ids that the same people led."""
    for other in encounters.before(corpus.by_principals, meeting):
        if encounters.are_surely_one(corpus, meeting, other):
            yield Fault(
                meeting.at("title"),
                f"`{meeting.id}` and `{other.id}` look like one encounter",
                note=f"the other stands at {place(other.at('title'))}; days, leading people and place agree",
                help=f"move what this record has into {other.id} and delete it; if there were two, say so: "
                f"follows: [{other.id}]",
                cause=meeting.id,
            )
