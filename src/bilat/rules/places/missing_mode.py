"""# missing-mode (P05)

## What it does
Reports a meeting or session that occurred and does not say through which channel.

## Why it matters
Meetings in person and calls are counted apart; without a mode it is in no such count.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml P05:3
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
a meeting that is `occurred` has no mode
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
Two voices name two channels, and nothing decides between them:
```yaml near-miss meetings/2021-05-04-doe-roe-call.yaml
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
- source: ruritania-readout
  says: {status: occurred, mode: video}
```

## Known limits
Where voices differ about the mode and none is preferred, it may be left out. A visit or series need not have one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("P05", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Ask for the mode of what took place."""
    due = meeting.kind in ("meeting", "session") and meeting.status == "occurred"
    if due and meeting.mode is None and "mode" not in corpus.facts[meeting.id].contested:
        yield Fault(
            meeting.at("status"),
            f"a {meeting.kind} that is `occurred` has no mode",
            help="write mode: in-person, phone, video, written, via-intermediary or mixed, as a source has it; "
            "an infers: with because: is enough where it is plain",
            field="mode",
        )
