"""# shrinking-tally (T02)

## What it does
Reports a count that is smaller than another, by the same voice, of the same thing in a window inside its own.

## Why it matters
What happened by June also happened by November: a number or a window is wrong, or the two count different things.

## Example
```yaml bad meetings/2021-herring-talks.yaml T02:10
title: Talks on herring
kind: series
status: occurred
date: 2021-02/2021-11
led_by:
  XA: [doe-jane]
  XR: [roe-ivan]
tallies:
  by-summer: {unit: round, comparator: exactly, n: 4, window: 2021-02/2021-06}
  in-all: {unit: round, comparator: exactly, n: 3, window: 2021-02/2021-11}
evidence:
- source: arcadia-readout-2022
  says: {status: occurred, date: 2021-02/2021-11}
  supports: [led_by.XA.doe-jane, led_by.XR.roe-ivan, tallies.by-summer, tallies.in-all]
```
```text
`in-all` counts 3 in a window that contains the 4 of `by-summer`
```

## Use instead
```yaml good meetings/2021-herring-talks.yaml
title: Talks on herring
kind: series
status: occurred
date: 2021-02/2021-11
led_by:
  XA: [doe-jane]
  XR: [roe-ivan]
tallies:
  by-summer: {unit: round, comparator: exactly, n: 3, window: 2021-02/2021-06}
  in-all: {unit: round, comparator: exactly, n: 4, window: 2021-02/2021-11}
evidence:
- source: arcadia-readout-2022
  says: {status: occurred, date: 2021-02/2021-11}
  supports: [led_by.XA.doe-jane, led_by.XR.roe-ivan, tallies.by-summer, tallies.in-all]
```

## Near miss
Windows that do not contain one another cannot be compared:
```yaml near-miss meetings/2021-herring-talks.yaml
title: Talks on herring
kind: series
status: occurred
date: 2021-02/2021-11
led_by:
  XA: [doe-jane]
  XR: [roe-ivan]
tallies:
  by-summer: {unit: round, comparator: exactly, n: 4, window: 2021-02/2021-06}
  in-all: {unit: round, comparator: exactly, n: 3, window: 2021-07/2021-11}
evidence:
- source: arcadia-readout-2022
  says: {status: occurred, date: 2021-02/2021-11}
  supports: [led_by.XA.doe-jane, led_by.XR.roe-ivan, tallies.by-summer, tallies.in-all]
```

## When it is right
If the voice counted different things under one word:
```
accept:
- {rule: T02, path: tallies.in-all, because: the second count is of formal rounds only}
```

## Known limits
Counts are compared within one record, if unit, place, side and rank are the same and both windows are closed: with an
open end nobody knows from when, or until when, a voice counted. Two voices may count differently and are
not compared. "At least three" and "exactly four" agree.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from bilat.findings import Severity
from bilat.rules.rule import Fault, accepting, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilat.corpus import Corpus
    from bilat.corpus.claims import Claim
    from bilat.records.model import Meeting, Tally


@rule("T02", over="meetings", severity=Severity.WARNING)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare the counts of one thing whose windows contain one another."""
    alike: dict[tuple[object, ...], list[Tally]] = {}
    voices = _voices(corpus.claims[meeting.id])
    for tally in meeting.tallies.values():
        if tally.window.earliest and tally.window.latest:
            alike.setdefault((tally.unit, tally.place, tally.side, tally.tier), []).append(tally)
    for tallies in alike.values():
        for wide, narrow in permutations(tallies, 2):
            if _shrinks(wide, narrow) and voices.get(wide.id, set()) & voices.get(narrow.id, set()):
                yield Fault(
                    wide.at("n"),
                    f"`{wide.id}` counts {wide.n} in a window that contains the {narrow.n} of `{narrow.id}`",
                    note=f"the other stands at {place(narrow.at('n'))}",
                    help="mend the number, comparator: or window:; if the voice counted different things: "
                    f"{accepting('T02', f'tallies.{wide.id}')}",
                    field=f"tallies.{wide.id}",
                    cause=wide.id,
                )


def _voices(claims: Iterable[Claim]) -> dict[str, set[str]]:
    """Return who gives each count; anonymous voices may be anybody."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        if claim.path.field == "tallies" and claim.stance == "asserts" and claim.speaker.id:
            found.setdefault(claim.path.id or "", set()).add(claim.speaker.id)
    return found


def _shrinks(wide: Tally, narrow: Tally) -> bool:
    """Say whether the most that the wider window may hold is less than the narrower one holds at least."""
    has_most, has_least = wide.comparator != "at-least", narrow.comparator != "at-most"
    return has_most and has_least and wide.n < narrow.n and wide.window.span.covers(narrow.window.span)
