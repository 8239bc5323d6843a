"""# office-attested-long-before (C05)

## What it does
Reports a participant whose office rests on nothing but a day more than ninety days away.

## Why it matters
People change posts: who was deputy in January may be minister in June, and the level of the meeting with it.

## Example
```yaml bad meetings/2021-05-04-doe-low-call.yaml C05:8
title: Doe calls Low
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {low-mara: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.low-mara]
new:
  participants:
    low-mara:
      name: Mara Low
      positions:
      - {position: ruritania-ministry/minister, attested: 2021-01-15, source: ruritania-readout}
```
```text
`low-mara` is known as ruritania-ministry/minister only 109 days away from this
```

## Use instead
```yaml good meetings/2021-05-04-doe-low-call.yaml
title: Doe calls Low
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {low-mara: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.low-mara]
new:
  participants:
    low-mara:
      name: Mara Low
      positions:
      - {position: ruritania-ministry/minister, attested: 2021-01-15, source: ruritania-readout}
      - {position: ruritania-ministry/minister, attested: 2021-05-04, source: ruritania-readout}
```

## Near miss
A known first day holds until a last one is known:
```yaml near-miss meetings/2021-05-04-doe-low-call.yaml
title: Doe calls Low
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {low-mara: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.low-mara]
new:
  participants:
    low-mara:
      name: Mara Low
      positions:
      - {position: ruritania-ministry/minister, from: 2020-01-15, source: ruritania-readout}
```

## When it is right
If nothing nearer is to be found, and nothing speaks for a change:
```
accept:
- {rule: C05, path: participants.XR.low-mara, because: no successor was named before the autumn}
```

## Known limits
A day long after is reported too. Where as: names the office, or a first or last day is known, nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import tenures
from bilat.findings import Severity
from bilat.rules.rule import Fault, accepting, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("C05", over="meetings", severity=Severity.WARNING)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Look at how far off the nearest proof of each office is."""
    for entry, held in tenures.looked_up(corpus, meeting):
        own = [found for found in held if corpus.side_of_position(found.position) == entry.side]
        if len(own) == 1 and own[0].days_off > tenures.NEAR_DAYS:
            seen, path = own[0].tenure, f"participants.{entry.side}.{entry.id}"
            yield Fault(
                entry.at(key=True),
                f"`{entry.id}` is known as {own[0].position} only {own[0].days_off} days away from this",
                note=f"attested {seen.attested.text if seen.attested else ''} ({place(seen.at())})",
                help=f"under positions: of {entry.id} add the same position with a day nearer to {meeting.date.text}, "
                f"or its from:, and the source; if none is found: {accepting('C05', path)}",
                field=path,
                cause=entry.id,
            )
