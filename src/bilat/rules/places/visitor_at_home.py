"""# visitor-at-home (P06)

## What it does
Reports a visit to the capital of the very side whose people paid it.

## Why it matters
Nobody visits the seat of their own government: host and guest were swapped, or the place is that of somebody else.

## Example
```yaml bad meetings/2021-05-04-doe-visit.yaml P06:6
title: Doe travels to Arcadia City
kind: visit
status: occurred
date: 2021-05-04
mode: in-person
place: arcadia-city
setting: bilateral
participants:
  XA: {doe-jane: head}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: in-person, place: arcadia-city}
  supports: [participants.XA.doe-jane]
```
```text
`arcadia-city` lies in the capital of the visitors, XA
```

## Use instead
```yaml good meetings/2021-05-04-doe-visit.yaml
title: Doe travels to Ruritania City
kind: visit
status: occurred
date: 2021-05-04
mode: in-person
place: ruritania-city
setting: bilateral
participants:
  XA: {doe-jane: head}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: in-person, place: ruritania-city}
  supports: [participants.XA.doe-jane]
```

## Near miss
Hosts may be listed with those whom they received:
```yaml near-miss meetings/2021-05-04-doe-visit.yaml
title: Doe travels to Arcadia City
kind: visit
status: occurred
date: 2021-05-04
mode: in-person
place: arcadia-city
setting: bilateral
participants:
  XR: {roe-ivan: head}
  XA: {doe-jane: {role: principal, capacity: host}}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: in-person, place: arcadia-city}
  supports: [participants.XR.roe-ivan, participants.XA.doe-jane]
```

## When it is right
If somebody posted abroad came home for it:
```
accept:
- {rule: P06, path: place, because: the ambassador was called home for the talks}
```

## Known limits
The visitors are those with the role head, or all people where nobody has it, hosts left out. An ambassador who comes
home for talks is reported too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.findings import Severity
from bilat.rules.rule import Fault, accepting, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("P06", over="meetings", severity=Severity.WARNING)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare the place of a visit with the capital of those who came."""
    if meeting.kind != "visit" or meeting.place is None or corpus.dataset is None:
        return
    sides = _visitors(meeting)
    side = corpus.dataset.sides.get(next(iter(sides))) if len(sides) == 1 else None
    if side and side.capital in (meeting.place, *corpus.around(meeting.place)):
        yield Fault(
            meeting.at("place"),
            f"`{meeting.place}` lies in the capital of the visitors, {side.code}",
            note=f"dataset.yaml has `{side.capital}` as the capital of {side.code}",
            help="give those who came the role head, those who received them capacity: host; or mend the place; if it "
            f"is so: {accepting('P06', 'place')}",
            field="place",
        )


def _visitors(meeting: Meeting) -> set[str]:
    came = [entry for entry in meeting.people() if entry.capacity != "host"]
    return {entry.side for entry in [found for found in came if found.role == "head"] or came}
