"""# occurred-after-last-seen (D10)

## What it does
Reports a record that is said to have occurred on days after the last on which any of its sources was looked up.

## Why it matters
Nobody can have read that something took place before it did: the date, or a seen:, is wrong.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml D10:4
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: herald-report
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
new:
  sources:
    herald-report: {title: Ministers to speak, publisher: gazette, kind: press-report, lang: en,
      seen: {on: 2021-05-01, text: whole}}
```
```text
this occurred on 2021-05-04, and no source was seen after 2021-05-01
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
- source: herald-report
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
new:
  sources:
    herald-report: {title: Ministers to speak, publisher: gazette, kind: press-report, lang: en,
      seen: {on: 2021-05-05, text: whole}}
```

## Near miss
The day itself is late enough:
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
- source: herald-report
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
new:
  sources:
    herald-report: {title: Ministers to speak, publisher: gazette, kind: press-report, lang: en,
      seen: {on: 2021-05-04, text: whole}}
```

## Known limits
Where a source does not say on which day it was seen, nothing is reported. Words that were spoken too early are the
business of reported-before-it-happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("D10", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare the earliest day with the last on which a source was seen."""
    cited = [corpus.sources.get(item.source or "") for item in meeting.evidence]
    seen = [source.seen_on.latest if source and source.seen_on else None for source in cited]
    last = max((day for day in seen if day), default=None)
    first = meeting.date.earliest
    if meeting.status == "occurred" and None not in seen and last and first and first > last:
        yield Fault(
            meeting.at("date"),
            f"this occurred on {first}, and no source was seen after {last}",
            note="a source cannot tell of what came after it was read",
            help="mend date:, or seen: of the source that was read last; if it only lay ahead, write status: planned",
            field="date",
        )
