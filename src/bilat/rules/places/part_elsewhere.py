"""# part-elsewhere (P03)

## What it does
Reports a record whose place lies outside that of the record it is part of.

## Why it matters
One of the two is wrong, or the trip had several stops; the whole would count for a country in which its part was not.

## Example
```yaml bad meetings/2021-04-11-doe-roe.yaml P03:6
title: Doe meets Roe in Harbour Hall
kind: meeting
status: occurred
date: 2021-04-11
mode: in-person
place: arcadia-city
setting: bilateral
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
part_of: 2021-04-visit
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-04-11, mode: in-person, place: arcadia-city}
  supports: [part_of.2021-04-visit, participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
`arcadia-city` is not in harbour-city, the place of `2021-04-visit`
```

## Use instead
```yaml good meetings/2021-04-11-doe-roe.yaml
title: Doe meets Roe in Harbour Hall
kind: meeting
status: occurred
date: 2021-04-11
mode: in-person
place: harbour-hall
setting: third-party-hosted
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
part_of: 2021-04-visit
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-04-11, mode: in-person, place: harbour-hall}
  supports: [part_of.2021-04-visit, participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Near miss
A part may be known less precisely than the whole:
```yaml near-miss meetings/2021-04-11-doe-roe.yaml
title: Doe meets Roe in Harbour Hall
kind: meeting
status: occurred
date: 2021-04-11
mode: in-person
place: isles
setting: third-party-hosted
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
part_of: 2021-04-visit
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-04-11, mode: in-person, place: isles}
  supports: [part_of.2021-04-visit, participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Known limits
Places of which a larger one is not defined are not compared. A trip with several stops has the country, or no place,
as its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.rules.rule import Fault, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("P03", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare the place of a record with that of its whole."""
    whole = corpus.meetings.get(meeting.part_of or "")
    if whole and meeting.place and whole.place and _apart(corpus, meeting.place, whole.place):
        yield Fault(
            meeting.at("place"),
            f"`{meeting.place}` is not in {whole.place}, the place of `{whole.id}`",
            note=f"this record is part of it; its place stands in {place(whole.at('place'))}",
            help="mend the place; if the trip had several stops, give it the place that holds them all, or none; "
            "if only a place record lacks its part_of, add that",
            field="place",
        )


def _apart(corpus: Corpus, one: str, other: str) -> bool:
    """Say whether neither place contains the other, as far as all that is around them is known."""
    around_one, around_other = {one, *corpus.around(one)}, {other, *corpus.around(other)}
    known = all(found in corpus.places for found in around_one | around_other)
    return known and one not in around_other and other not in around_one
