"""# unseen-source (E06)

## What it does
Reports an item that cites a document which nobody has seen.

## Why it matters
What it says is known from the document that relays it, and that one may have changed it.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml E06:13
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
- source: gazette-lost
  says: {mode: phone}
new:
  sources:
    gazette-lost: {title: null, publisher: gazette, kind: wire, lang: en, published: 2021-05-05, seen: {text: never}}
```
```text
nobody has seen the document `gazette-lost` that is cited here
```

## Use instead
Cite what was read, and how it got there:
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
- source: gazette-online
  via: gazette-lost
  says: {mode: phone}
new:
  sources:
    gazette-lost: {title: null, publisher: gazette, kind: wire, lang: en, published: 2021-05-05, seen: {text: never}}
    gazette-online:
      title: What the wires say
      publisher: courier
      kind: press-report
      lang: en
      published: 2021-05-05
      seen: {on: 2022-01-02, text: whole}
      relays: [{source: gazette-lost, how: quotes}]
```

## Near miss
An excerpt is enough to cite:
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
- source: gazette-lost
  says: {mode: phone}
new:
  sources:
    gazette-lost:
      title: null
      publisher: gazette
      kind: wire
      lang: en
      published: 2021-05-05
      seen: {on: 2022-01-02, text: excerpt}
```

## When it is right
If it is certain what stood in it, and nothing relays it:
```
accept:
- {rule: E06, because: the cable is described in full by the court that read it}
```

## Known limits
A document of which an excerpt was seen counts as seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.findings import Severity
from bilat.rules.rule import Fault, accepting, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("E06", over="meetings", severity=Severity.WARNING)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Look at how much of each cited document was seen."""
    for number, item in enumerate(meeting.evidence):
        source = corpus.sources.get(item.source or "")
        if source and source.seen_text == "never":
            yield Fault(
                item.at("source"),
                f"nobody has seen the document `{source.id}` that is cited here",
                note=f"seen: {{text: never}} stands in {place(source.at('seen'))}",
                help=f"cite the document in which it was read, with via: {source.id}; if it was read after all, mend "
                f"its seen:; if neither can be: {accepting('E06')}",
                field=f"evidence.{number}.source",
                cause=source.id,
            )
