"""# unknown-side (R03)

## What it does
Reports the code of a side, anywhere in a record or its evidence, that dataset.yaml does not define.

## Why it matters
People on a side that does not exist count for neither, and the encounter looks one-sided.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml R03:8
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XZ: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XZ.roe-ivan]
```
```text
no side has the code `XZ`
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
Where an encounter was asked for by both, or by somebody else, a word stands for the side:
```yaml near-miss meetings/2021-05-04-doe-roe-call.yaml
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
initiated_by: mutual
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone, initiated_by: mutual}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Known limits
Whether somebody stands on the right one of the two sides is the business of wrong-side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat import suggest
from bilat.corpus import paths
from bilat.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.document import Pointer
    from bilat.records.model import Assertion, Evidence, Meeting, Part

    # A code, the part of the file that writes it, the way from there, and whether it is a key.
    _Written = tuple[str | None, Part, Pointer, bool]

# What may stand where a side is due, and is none.
_NEITHER: Final = ("both", "mutual", "third")


@rule("R03", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Look up every code of a side that the record or its evidence writes."""
    if corpus.dataset is None:
        return
    sides = corpus.dataset.sides
    for code, part, below, on_key in (*_in_record(meeting), *_in_evidence(meeting)):
        if code and code not in sides and code not in _NEITHER:
            yield Fault(
                part.at(*below, key=on_key),
                f"no side has the code `{code}`",
                note="the sides stand in dataset.yaml",
                help=f"write one of {suggest.phrase(sides)}",
                cause=code,
            )


def _in_record(meeting: Meeting) -> Iterator[_Written]:
    for field, by_side in (("participants", meeting.participants), ("led_by", meeting.led_by)):
        for code in by_side:
            yield code, meeting, (field, code), True
    for tally in meeting.tallies.values():
        yield tally.side, tally, ("side",), False
    for outcome in meeting.outcomes.values():
        yield outcome.by, outcome, ("by",), False
        yield outcome.to, outcome, ("to",), False
    yield meeting.initiated_by, meeting, ("initiated_by",), False


def _in_evidence(meeting: Meeting) -> Iterator[_Written]:
    for item in meeting.evidence:
        yield item.voice.side if item.voice else None, item, ("voice", "side"), False
        for assertion in item.assertions:
            yield from _in_assertion(assertion)
        yield from _in_printed(item)


def _in_assertion(assertion: Assertion) -> Iterator[_Written]:
    path = paths.parse(assertion.path)
    yield path.side if path else None, assertion, (), True
    if isinstance(assertion.value, dict) and assertion.value.get("by"):
        yield str(assertion.value["by"]), assertion, ("by",), False
    if assertion.path == "initiated_by" and assertion.value is not None:
        yield str(assertion.value), assertion, (), False


def _in_printed(item: Evidence) -> Iterator[_Written]:
    for text in item.as_printed:
        path = paths.parse(text)
        yield path.side if path else None, item, ("as_printed", text), True
