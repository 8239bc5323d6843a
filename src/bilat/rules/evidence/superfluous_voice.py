"""# superfluous-voice (E08)

## What it does
Reports a voice that is the body for which the document's own publisher speaks.

## Why it matters
It says nothing new, and the same claim written once with it and once without looks like two.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml E08:11
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
  voice: arcadia-ministry
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
`arcadia-ministry` is the voice of `arcadia-readout` anyway
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
A minister in the readout of her own ministry is a voice of her own:
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
  voice: doe-jane
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## When it is right
Hardly ever; if the document prints a statement of the same body as that of another, and this has to be seen:
```
accept:
- {rule: E08, because: the page reprints the ministry's own note, and the item is about that note}
```

## Known limits
An outlet may be named as the voice of its own document, to tell its reporting from what it relays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import voices
from bilat.findings import Severity
from bilat.rules.rule import Fault, accepting, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("E08", over="meetings", severity=Severity.WARNING)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare each voice with that of its document."""
    for number, item in enumerate(meeting.evidence):
        own = voices.document(corpus, item.source)
        if item.voice and own and own.kind == "organization" and own.id == item.voice.id:
            yield Fault(
                item.at("voice"),
                f"`{own.id}` is the voice of `{item.source}` anyway",
                note=f"its publisher is an organ of {own.id}, and a document speaks with that voice",
                help=f"delete voice:, or name the person who is quoted; if it has to stand: {accepting('E08')}",
                field=f"evidence.{number}.voice",
                cause=item.source or "",
            )
