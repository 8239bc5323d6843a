"""# mandate-taken-for-attendance (C06)

## What it does
Reports somebody who gave the mandate and is listed as a participant, where every item that has the person there is
about the mandate.

## Why it matters
A minister who sends a deputy is not in the room; counted as if, the meeting rises by a level.

## Example
```yaml bad meetings/2021-05-04-poe-roe-call.yaml C06:8
title: Poe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
mandated_by: doe-jane
participants:
  XA: {doe-jane: principal, poe-anna: member}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone, mandated_by: doe-jane}
  supports: [participants.XA.poe-anna, participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
`doe-jane` gave the mandate, and nothing apart from it says that the person took part
```

## Use instead
```yaml good meetings/2021-05-04-poe-roe-call.yaml
title: Poe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
mandated_by: doe-jane
participants:
  XA: {poe-anna: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone, mandated_by: doe-jane}
  supports: [participants.XA.poe-anna, participants.XR.roe-ivan]
```

## Near miss
Another voice saw her there:
```yaml near-miss meetings/2021-05-04-poe-roe-call.yaml
title: Poe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
mandated_by: doe-jane
participants:
  XA: {doe-jane: principal, poe-anna: member}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone, mandated_by: doe-jane}
  supports: [participants.XA.poe-anna, participants.XA.doe-jane, participants.XR.roe-ivan]
- source: ruritania-readout
  supports: [participants.XA.doe-jane]
```

## Known limits
A single sentence that says both, that she gave the mandate and was there, has to be split into two items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.rules.rule import Fault, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Evidence, Meeting

_ASSERTING: Final = ("says", "supports", "infers")


@rule("C06", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Look for evidence of attendance that is not evidence of the mandate."""
    for entry in meeting.people():
        path = f"participants.{entry.side}.{entry.id}"
        items = [item for item in meeting.evidence if _asserts(item, path)]
        if entry.id == meeting.mandated_by and items and all(_asserts(item, "mandated_by") for item in items):
            yield Fault(
                entry.at(key=True),
                f"`{entry.id}` gave the mandate, and nothing apart from it says that the person took part",
                note=f"both stand in one item, {place(items[0].at())}; to send somebody is not to take part",
                help=f"delete the entry and {path} in evidence; if a source does say that the person was there, "
                "give that an item of its own",
                field=path,
            )


def _asserts(item: Evidence, path: str) -> bool:
    return any(found.path == path and found.verb in _ASSERTING for found in item.assertions)
