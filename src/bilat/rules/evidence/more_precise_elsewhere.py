"""# more-precise-elsewhere (E07)

## What it does
Reports a value that somebody states more precisely than the record has it, where nobody contradicts that.

## Why it matters
A record that knows only the month falls out of every series by day, though the day is known.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml E07:4
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
date is `2021-05`, and `2021-05-04` is said more precisely
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
Two days are named, and the month is what both bear out:
```yaml near-miss meetings/2021-05-04-doe-roe-call.yaml
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
- source: ruritania-readout
  says: {date: 2021-05-02}
```

## When it is right
If the more precise word is not to be trusted, though nothing contradicts it:
```
accept:
- {rule: E07, path: date, because: the day is that of the report, which names no other}
```

## Known limits
Only the date and the place are compared by precision, and one wide range of days is no better than another. Hedged
words and our own inferences make no value more precise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import compare, paths
from bilat.findings import Severity
from bilat.rules.rule import Fault, accepting, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.corpus.claims import Claim
    from bilat.records.model import Meeting


@rule("E07", over="meetings", severity=Severity.WARNING)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Look for firm claims that are more precise than the record, and for what speaks against them."""
    claims = [claim for claim in corpus.claims[meeting.id] if not claim.is_ours and claim.value]
    for claim in claims:
        if _is_sharper(corpus, meeting, claim) and not any(_contradicts(corpus, other, claim) for other in claims):
            yield Fault(
                meeting.at(claim.path.field),
                f"{claim.path.text} is `{paths.preferred(corpus, meeting, claim.path)}`, "
                f"and `{claim.value}` is said more precisely",
                note=f"in {place(claim.part.at())}, and nothing contradicts it",
                help=f"take {claim.value} over; if there is reason to doubt it: {accepting('E07', claim.path.text)}",
                field=claim.path.text,
                cause=claim.path.text,
            )


def _is_sharper(corpus: Corpus, meeting: Meeting, claim: Claim) -> bool:
    """Say whether a claim firmly names a place inside the record's, or a date of finer grain."""
    if claim.stance != "asserts" or claim.relation != "more-precise" or claim.certainty == "hedged" or not claim.value:
        return False
    if claim.path.field != "date":
        return claim.path.text == "place"
    ours = compare.date_of(paths.preferred(corpus, meeting, claim.path) or claim.value)
    said = compare.date_of(claim.value)
    return said.means == "throughout" or said.precision != ours.precision


def _contradicts(corpus: Corpus, other: Claim, claim: Claim) -> bool:
    """Say whether another claim about the same value states what does not go together with this one, or denies it."""
    if other.path != claim.path or not other.value or not claim.value:
        return False
    relation = compare.relation(corpus, claim.path, other.value, claim.value)
    return (relation == "differs") == (other.stance == "asserts") and other.stance in ("asserts", "denies")
