"""# outside-window (D03)

## What it does
Reports a record none of whose possible days lies in the window of dataset.yaml.

## Why it matters
Counts by month are complete only inside the window; a stray record outside of it looks like a quiet year.

## Example
```yaml bad meetings/2022-05-04-doe-roe-call.yaml D03:4
title: Doe calls Roe
kind: meeting
status: occurred
date: 2022-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout-2022
  says: {status: occurred, date: 2022-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
`2022-05-04` lies outside the window 2021-01-01/2021-12-31
```

## Use instead
If the year is a slip, mend the date:
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
A span that touches the window at one end is inside:
```yaml near-miss meetings/2021-12-talks.yaml
title: Talks on fish
kind: series
status: occurred
date: 2021-12-31/2022-03
led_by:
  XA: [doe-jane]
evidence:
- source: arcadia-readout-2022
  says: {status: occurred, date: 2021-12-31/2022-03}
  supports: [led_by.XA.doe-jane]
```

## Known limits
An open end always reaches into the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("D03", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare the span of the date with the window."""
    if corpus.dataset and not corpus.dataset.window.span.touches(meeting.date.span):
        yield Fault(
            meeting.at("date"),
            f"`{meeting.date.text}` lies outside the window {corpus.dataset.window.text}",
            help="check the year; a contact outside the window does not belong to this dataset",
            field="date",
        )
