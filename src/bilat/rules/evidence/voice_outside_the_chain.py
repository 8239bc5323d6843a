"""# voice-outside-the-chain (E04)

## What it does
Reports an outlet as the voice of an item although it published none of the documents behind it.

## Why it matters
Its words would count as an origin of their own, without a document in which they could be read.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml E04:14
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
  voice: courier
  says: {mode: phone}
```
```text
`courier` published no document behind `gazette-report`
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
  voice: courier
  says: {mode: phone}
```

## Near miss
The outlet whose document is retold is behind it:
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
- source: courier-report
  voice: gazette
  says: {mode: phone}
```

## Known limits
An organ of a state may speak in anybody's document; only outlets are looked at. With via, the chain is the one that
via names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat import suggest
from bilat.corpus import voices
from bilat.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("E04", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Look for the voice among the publishers of the documents behind an item."""
    for number, item in enumerate(meeting.evidence):
        chain = voices.chain(corpus, item)
        voice = item.voice.id if item.voice else None
        if voice not in corpus.publishers or not chain or not all(id_ in corpus.sources for id_ in chain):
            continue
        publishers = sorted({corpus.sources[id_].publisher for id_ in chain})
        if voice not in publishers:
            yield Fault(
                item.at("voice"),
                f"`{voice}` published no document behind `{item.source}`",
                note=f"those that did: {suggest.phrase(publishers)}",
                help=f"if {item.source} retells a document of {voice}, add that to its relays: and name it in via:; "
                "if not, name the voice that it quotes",
                field=f"evidence.{number}.voice",
                cause=f"{voice} {item.source}",
            )
