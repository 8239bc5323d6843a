"""# office-unknown-on-the-day (C01)

## What it does
Reports a named participant of whom no office is known on the days of the record.

## Why it matters
A contact is between people in office. Without it the encounter has no level, and this voice speaks for nobody.

## Example
```yaml bad meetings/2021-05-04-doe-low-call.yaml C01:8
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
```
```text
no office of `low-mara` is known on 2021-05-04
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
      - {position: ruritania-ministry/minister, attested: 2021-05-04, source: ruritania-readout}
```

## Near miss
An interpreter needs no known office:
```yaml near-miss meetings/2021-05-04-doe-low-call.yaml
title: Doe calls Low
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {low-mara: interpreter, roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.low-mara, participants.XR.roe-ivan]
new:
  participants:
    low-mara:
      name: Mara Low
```

## Known limits
Interpreters are let pass: their posts are seldom printed. Up to 400 days from a day on which it is attested, an
office counts as known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import tenures
from bilat.rules.rule import Fault, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("C01", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Look up the office of everybody who is named."""
    for entry, held in tenures.looked_up(corpus, meeting):
        if held or entry.role == "interpreter" or not _is_side(corpus, entry.side):
            continue
        person = corpus.participants[entry.id]
        yield Fault(
            entry.at(key=True),
            f"no office of `{entry.id}` is known on {meeting.date.text}",
            note=f"known: {tenures.known_tenures(person)} ({place(person.at())})",
            help=f"under positions: of {entry.id} add {{position: organization/position, attested: {_day(meeting)}, "
            "source: id}, with a source that shows the person in office; write from: only if a source gives the day",
            field=f"participants.{entry.side}.{entry.id}",
            cause=entry.id,
        )


def _day(meeting: Meeting) -> str:
    return str(meeting.date.earliest or meeting.date.latest)


def _is_side(corpus: Corpus, code: str) -> bool:
    return corpus.dataset is not None and code in corpus.dataset.sides
