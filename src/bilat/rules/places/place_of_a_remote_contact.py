"""# place-of-a-remote-contact (P02)

## What it does
Reports a place on a call, a video call or a letter.

## Why it matters
Each side was somewhere else; the place would count as ground on which the two met.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml P02:6
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
place: arcadia-city
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone, place: arcadia-city}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
the place `arcadia-city` stands on a contact whose mode is phone
```

## Use instead
```yaml good meetings/2021-05-04-doe-roe-call.yaml
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Near miss
What a source says of a place stays in evidence, as its word:
```yaml near-miss meetings/2021-05-04-doe-roe-call.yaml
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone, place: arcadia-city}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Known limits
A contact that was partly remote (mode mixed) or through an intermediary may have a place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting

_REMOTE: Final = ("phone", "video", "written")


@rule("P02", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare the mode with the presence of a place."""
    if meeting.place and meeting.mode in _REMOTE:
        yield Fault(
            meeting.at("place"),
            f"the place `{meeting.place}` stands on a contact whose mode is {meeting.mode}",
            note="a contact from two places took place in neither",
            help="delete the place; if officials met, if only to hand over a paper, write mode: in-person",
            field="place",
        )
