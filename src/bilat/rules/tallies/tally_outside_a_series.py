"""# tally-outside-a-series (T01)

## What it does
Reports a tally on a meeting or session.

## Why it matters
A tally is a count that cannot be pinned to one encounter; on one, it is compared with nothing.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml T01:9
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
tallies:
  three-calls: {unit: call, comparator: exactly, n: 3, window: 2021-01/2021-05}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan, tallies.three-calls]
```
```text
`tallies` stands on a meeting
```

## Use instead
```yaml good meetings/2021-calls.yaml
title: Calls of the two ministers
kind: series
status: occurred
date: 2021-01/2021-05
led_by:
  XA: [doe-jane]
tallies:
  three-calls: {unit: call, comparator: exactly, n: 3, window: 2021-01/2021-05}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-01/2021-05}
  supports: [led_by.XA.doe-jane, tallies.three-calls]
```

## Near miss
The meetings of a trip may be counted on the trip:
```yaml near-miss meetings/2021-06-visit.yaml
title: Doe visits Ruritania City
kind: visit
status: occurred
date: 2021-06-10
place: ruritania-city
participants:
  XA: {doe-jane: head}
tallies:
  two-meetings: {unit: meeting, comparator: at-least, n: 2, window: 2021-06-10}
evidence:
- source: arcadia-readout-2022
  says: {status: occurred, date: 2021-06-10, place: ruritania-city}
  supports: [participants.XA.doe-jane, tallies.two-meetings]
```

## Known limits
Whether the unit fits the series is not looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting

_COUNTED_ON: Final = ("series", "visit")


@rule("T01", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare the kind of record with the presence of tallies."""
    if meeting.tallies and meeting.kind not in _COUNTED_ON:
        yield Fault(
            meeting.at("tallies", key=True),
            f"`tallies` stands on a {meeting.kind}",
            note="a tally counts what cannot be pinned to one encounter",
            help="move it, with its evidence, to the series or visit that it counts; in_series: names the series",
            field="tallies",
        )
