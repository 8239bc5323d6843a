"""# independence-unfounded (E10)

## What it does
Reports a via: self under an outlet's own sentence where nothing tells that the outlet knew it by itself: the page
retells another document whole, the outlet is an aggregator, or no because: says what shows its own reporting.

## Why it matters
Each item with via: self counts as one more independent origin, and a retelling makes one report look like two.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml E10:14
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
  via: self
  says: {mode: phone}
```
```text
nothing shows that `courier` reported this by itself
```

## Use instead
Leave via: away, so that the words may rest on all that the page rests on:
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
  says: {mode: phone}
```

## Near miss
A reason is given, on a page that does not merely retell:
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
- source: courier-notebook
  via: self
  because: Its correspondent saw the minister take the call.
  says: {mode: phone}
new:
  sources:
    courier-notebook:
      title: A day in the ministry
      publisher: courier
      kind: press-report
      lang: en
      published: 2021-05-06
      seen: {on: 2022-01-02, text: whole}
      relays: [{source: gazette-report, how: quotes}]
```

## When it is right
If a page that retells another does add a report of its own:
```
accept:
- {rule: E10, path: evidence.1.via, because: the last paragraph is signed by the paper's own reporter}
```

## Known limits
Whether the reason is a good one only a reader can tell. A named voice is its own origin, so via: self under its words
changes no count and is not looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.corpus import voices
from bilat.findings import Severity
from bilat.rules.rule import Fault, accepting, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Evidence, Meeting, Source

_RETOLD_WHOLE: Final = {"republishes", "translates", "summarises"}


@rule("E10", over="meetings", severity=Severity.WARNING)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Look at every sentence that an outlet is said to have from nobody else."""
    for number, item in enumerate(meeting.evidence):
        source = corpus.sources.get(item.source or "")
        if source is None or item.via != voices.SELF or not _own_words(corpus, item):
            continue
        why = _retells(corpus, source) or ("" if item.because else "no because: tells what shows it")
        if why:
            field = f"evidence.{number}.via"
            yield Fault(
                item.at("via"),
                f"nothing shows that `{source.publisher}` reported this by itself",
                note=f"{why}; each via: self counts as an independent origin",
                help="delete the via: self, or name the document that the words come from; if the outlet had it from "
                f"nobody else, say in because: what shows that; if it retells and adds: {accepting('E10', field)}",
                field=field,
            )


def _own_words(corpus: Corpus, item: Evidence) -> bool:
    """Say whether the outlet itself or somebody without a name speaks: a named voice is one origin by any way."""
    speaker = voices.speaker(corpus, item)
    return speaker is not None and speaker.kind in ("publisher", "anonymous")


def _retells(corpus: Corpus, source: Source) -> str:
    """Return why the page can hardly have anything of its own; nothing if it can."""
    publisher = corpus.publishers.get(source.publisher)
    if publisher is not None and publisher.kind == "aggregator":
        return f"`{publisher.id}` is an aggregator"
    hows = {relay.how for relay in source.relays}
    if hows and hows <= _RETOLD_WHOLE:
        return f"the page retells `{source.relays[0].source}` ({place(source.at('relays', key=True))})"
    return ""
