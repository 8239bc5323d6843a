"""# unresolved-plan (D11)

## What it does
Reports a record that is still planned or proposed though its days were over when its sources were last looked up, and
of which nobody in it spoke afterwards.

## Why it matters
An announcement that nobody followed up is neither an encounter nor the absence of one; what became of it can be found.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml D11:3
title: Doe calls Roe
kind: meeting
status: planned
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-announcement
  says:
    status: planned
    date: 2021-05-04
    mode: phone
    participants.XA.doe-jane.attendance: expected
    participants.XR.roe-ivan.attendance: expected
```
```text
this is still `planned`, and its last day, 2021-05-04, was over when its sources were read
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
When the sources were read, it still lay ahead:
```yaml near-miss meetings/2021-05-04-doe-roe-call.yaml
title: Doe calls Roe
kind: meeting
status: planned
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: herald-report
  says:
    status: planned
    date: 2021-05-04
    mode: phone
    participants.XA.doe-jane.attendance: expected
    participants.XR.roe-ivan.attendance: expected
new:
  publishers:
    arcadia-court: {name: Court circular, country: XA, kind: government, organization: arcadia-ministry}
  sources:
    herald-report: {title: Ministers to speak, publisher: arcadia-court, kind: statement, lang: en,
      published: 2021-05-01, seen: {on: 2021-05-03, text: whole}}
```

## When it is right
If it was looked for, and nobody tells what became of it:
```
accept:
- {rule: D11, path: status, because: no later word of it was found in either readouts or press}
```

## Known limits
The day on which the newest source was seen decides, never today. A voice that spoke after the last day is taken to
have told what became of it, whatever it said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.findings import Severity
from bilat.rules.rule import Fault, accepting, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("D11", over="meetings", severity=Severity.WARNING)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare the last possible day with the last on which a source was seen, and with all words spoken since."""
    last = meeting.date.latest
    if meeting.status not in ("planned", "proposed") or last is None:
        return
    cited = [source for item in meeting.evidence if (source := corpus.sources.get(item.source or ""))]
    seen = max((day for source in cited if source.seen_on and (day := source.seen_on.latest)), default=None)
    spoken = [claim.spoke_on.latest for claim in corpus.claims[meeting.id] if claim.spoke_on]
    if seen and seen > last and not any(day and day > last for day in spoken):
        yield Fault(
            meeting.at("status"),
            f"this is still `{meeting.status}`, and its last day, {last}, was over when its sources were read",
            note=f"the newest was seen on {seen}, and nobody in this record spoke after {last}",
            help="look for what became of it and cite who tells: status: occurred, postponed or cancelled; if nobody "
            f"does: {accepting('D11', 'status')}",
            field="status",
        )
