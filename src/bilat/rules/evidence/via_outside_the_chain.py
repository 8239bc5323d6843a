"""# via-outside-the-chain (E05)

## What it does
Reports a via: that names a document on which the item's source does not rest, according to its relays.

## Why it matters
Whether two accounts are one depends on what is behind each; via may choose among a source's relays, not add to them.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml E05:14
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
- source: gazette-report
  via: ruritania-readout
  says: {mode: phone}
```
```text
`gazette-report` does not rest on `ruritania-readout`
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
- source: courier-report
  via: gazette-report
  says: {mode: phone}
```

## Near miss
An outlet's own reporting comes through nothing:
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
- source: gazette-report
  via: self
  because: Its reporter sat in the room.
  says: {mode: phone}
```

## Known limits
Whether the statement did come that way only a reader can tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat import suggest
from bilat.corpus import voices
from bilat.rules.rule import Fault, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("E05", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Look for via among all that the source rests on."""
    for number, item in enumerate(meeting.evidence):
        source = corpus.sources.get(item.source or "")
        if source is None or item.via not in corpus.sources:
            continue
        behind = [id_ for id_, hops in voices.behind(corpus, source.id).items() if hops]
        if item.via not in behind:
            yield Fault(
                item.at("via"),
                f"`{source.id}` does not rest on `{item.via}`",
                note=f"it rests on {suggest.phrase(behind) or 'nothing'} ({place(source.at('relays', key=True))})",
                help=f"name one that it rests on; if it rests on {item.via}, add that to the relays: of {source.id}; "
                "for its own reporting write via: self",
                field=f"evidence.{number}.via",
                cause=f"{source.id} {item.via}",
            )
