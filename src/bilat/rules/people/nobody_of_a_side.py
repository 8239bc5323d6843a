"""# nobody-of-a-side (C04)

## What it does
Reports a meeting or session that occurred without anybody of one side, or a visit without anybody at all.

## Why it matters
An encounter of one side is none. Where a source names nobody, that somebody was there is still known.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml C04:6
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane]
```
```text
a meeting that occurred has nobody of `XR`
```

## Use instead
If no source names anybody of that side, the words of the source stand for a name:
```yaml good meetings/2021-05-04-doe-roe-call.yaml
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {official: {unnamed: an official of the ministry, role: principal}}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.official]
```

## Near miss
On a visit, the side that travelled is enough:
```yaml near-miss meetings/2021-06-visit.yaml
title: Doe visits Ruritania City
kind: visit
status: occurred
date: 2021-06-10
place: ruritania-city
participants:
  XA: {doe-jane: head}
evidence:
- source: arcadia-readout-2022
  says: {status: occurred, date: 2021-06-10, place: ruritania-city}
  supports: [participants.XA.doe-jane]
```

## Known limits
The people of its sessions count for a meeting, but not the other way round: a session is written because of who was in
it. The reported size of a delegation (n) counts as somebody. A side whose code is unknown is reported as such alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("C04", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Look for somebody of each side, or of any on a visit."""
    if corpus.dataset is None or meeting.status != "occurred" or meeting.kind == "series":
        return
    there, sides = _sides(meeting, corpus), corpus.dataset.sides
    missing = [code for code in sides if code not in there]
    if there - set(sides) or not missing or (meeting.kind == "visit" and there):
        return
    yield Fault(
        meeting.at("participants", key=True),
        f"a {meeting.kind} that occurred has nobody of {' and '.join(f'`{code}`' for code in missing)}",
        note="a visit needs people of the side that travelled, a meeting or session of both",
        help=f"name who was there: participants: {{{missing[0]}: {{id: role}}}}; if no source names them, write "
        "{an-official: {unnamed: the words of the source, role: unspecified}}",
        field="participants",
    )


def _sides(meeting: Meeting, corpus: Corpus) -> set[str]:
    """Return the sides of which anybody was there, in the record or in a session of it."""
    sessions = [part for part in corpus.children.get(meeting.id, ()) if part.kind == "session"]
    return {
        side
        for record in (meeting, *sessions)
        for side in (*record.participants, *record.sizes)
        if record.participants.get(side) or side in record.sizes
    }
