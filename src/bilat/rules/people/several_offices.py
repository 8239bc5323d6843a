"""# several-offices (C02)

## What it does
Reports a participant who held several offices of the side on the days of the record, where none is named with as:.

## Why it matters
In which of them the person took part decides the level and the track of the encounter.

## Example
```yaml bad meetings/2021-05-04-doe-low-call.yaml C02:8
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
      - {position: ruritania-ministry/minister, attested: 2021-05-05, source: ruritania-readout}
      - {position: ruritania-council/secretary, attested: 2021-05-04, source: ruritania-readout}
  organizations:
    ruritania-council:
      name: Council of Ruritania
      country: XR
      kind: security-council
      positions:
        secretary: {title: Secretary of the Council, tier: 2}
```
```text
`low-mara` held several offices on 2021-05-04: `ruritania-council/secretary`, `ruritania-ministry/minister`
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
  XR: {low-mara: {role: principal, as: ruritania-council/secretary}}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.low-mara]
new:
  participants:
    low-mara:
      name: Mara Low
      positions:
      - {position: ruritania-ministry/minister, attested: 2021-05-05, source: ruritania-readout}
      - {position: ruritania-council/secretary, attested: 2021-05-04, source: ruritania-readout}
  organizations:
    ruritania-council:
      name: Council of Ruritania
      country: XR
      kind: security-council
      positions:
        secretary: {title: Secretary of the Council, tier: 2}
```

## Near miss
An office that had ended is none:
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
      - {position: ruritania-ministry/minister, attested: 2021-05-05, source: ruritania-readout}
      - {position: ruritania-council/secretary, from: 2019-01-01, until: 2021-02-28, source: ruritania-readout}
  organizations:
    ruritania-council:
      name: Council of Ruritania
      country: XR
      kind: security-council
      positions:
        secretary: {title: Secretary of the Council, tier: 2}
```

## Known limits
An office that is only attested counts as held within 90 days of that day; further off it counts if no other stands
nearer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat import suggest
from bilat.corpus import tenures
from bilat.rules.rule import Fault, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("C02", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Look for people with a choice of offices."""
    for entry, held in tenures.looked_up(corpus, meeting):
        own = [found.position for found in held if corpus.side_of_position(found.position) == entry.side]
        if len(own) > 1:
            yield Fault(
                entry.at(key=True),
                f"`{entry.id}` held several offices on {meeting.date.text}: {suggest.phrase(own)}",
                note=f"as {place(corpus.participants[entry.id].at())} has it",
                help=f"name the one that the sources name: {{role: {entry.role}, as: {own[0]}}}; "
                "if one had ended, give it its until:",
                field=f"participants.{entry.side}.{entry.id}",
                cause=entry.id,
            )
