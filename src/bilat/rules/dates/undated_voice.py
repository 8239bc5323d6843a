"""# undated-voice (D06)

## What it does
Reports an official voice that speaks of the status on a day that nobody knows.

## Why it matters
Whether it announced or confirmed cannot be told, so it confirms nothing, and a side that did confirm is counted as
silent.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml D06:13
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
- source: undated-leaflet
  says: {status: occurred}
```
```text
the day on which `arcadia-ministry` spoke is not known, so it confirms nothing
```

## Use instead
A month or a year is a date too:
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
- source: undated-leaflet
  said_on: 2021-05
  says: {status: occurred}
```

## Near miss
A value other than the status needs no day:
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
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
- source: undated-leaflet
  says: {mode: phone}
```

## When it is right
If no date can be found and nothing hangs on it:
```
accept:
- {rule: D06, path: status, because: the leaflet bears no date, and the readout confirms the call}
```

## Known limits
Only voices in office and organs of a side are looked at: others confirm nothing with a date either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import voices
from bilat.findings import Severity
from bilat.rules.rule import Fault, accepting, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Evidence, Meeting


@rule("D06", over="meetings", severity=Severity.WARNING)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Look for official words about the status that have no day."""
    for item in meeting.evidence:
        speaker = voices.speaker(corpus, item)
        if _is_undated(corpus, item) and speaker and speaker.official:
            yield Fault(
                item.at("source"),
                f"the day on which `{speaker.id}` spoke is not known, so it confirms nothing",
                note=f"neither said_on nor any document behind `{item.source}` has a date",
                help=f"give `{item.source}` its published:, or write said_on: in this item; a month or year "
                f"is enough; if none is to be found: {accepting('D06', 'status')}",
                field="status",
                cause=item.source or "",
            )


def _is_undated(corpus: Corpus, item: Evidence) -> bool:
    """Say whether an item about the status has no day, though all documents behind it are known."""
    chain = voices.chain(corpus, item)
    says = any(found.path == "status" and found.verb == "says" for found in item.assertions)
    return says and voices.spoke_on(corpus, item) is None and all(id_ in corpus.sources for id_ in chain)
