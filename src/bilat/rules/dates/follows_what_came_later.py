"""# follows-what-came-later (D07)

## What it does
Reports a record that takes up, answers, replaces or was settled in something that began later.

## Why it matters
Chains of follow-up would run backwards in time, and what a summit led to would come before it.

## Example
```yaml bad meetings/2021-03-04-doe-roe-call.yaml D07:9
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-03-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
follows: [2021-04-visit]
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-03-04, mode: phone}
  supports: [follows.2021-04-visit, participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
`2021-04-visit` of 2021-04-10/2021-04-12 began later than this record, of 2021-03-04
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
follows: [2021-04-visit]
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [follows.2021-04-visit, participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Near miss
What has begun and still goes on can be taken up:
```yaml near-miss meetings/2021-05-04-doe-roe-call.yaml
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
follows: [2021-fish-talks]
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [follows.2021-fish-talks, participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Known limits
Dates that may be the same day are let pass, as are those marked ~ or %. What was replaced and never took place keeps
the day for which it was planned, which may well be later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.corpus import references
from bilat.rules.rule import Fault, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting

_BACKWARDS: Final = ("follows", "replies_to", "agreed_at", "replaces")
_HELD: Final = ("occurred", "alleged")


@rule("D07", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare the dates of both ends of every relation that points back in time."""
    for reference in references.relations(meeting):
        relation = reference.field.partition(".")[0]
        earlier = corpus.meetings.get(reference.id)
        if earlier and relation in _BACKWARDS and _is_later(earlier, meeting, relation):
            yield Fault(
                reference.where,
                f"`{earlier.id}` of {earlier.date.text} began later than this record, of {meeting.date.text}",
                note=f"{relation} names what came before; that date stands in {place(earlier.at('date'))}",
                help=f"if the two were swapped, write {relation} in `{earlier.id}`; if a date is wrong, mend it",
                field=reference.field,
            )


def _is_later(other: Meeting, meeting: Meeting, relation: str) -> bool:
    """Say whether the other surely begins after this one; a plan that was replaced may lie ahead of it."""
    if other.date.approximate or meeting.date.approximate or (relation == "replaces" and other.status not in _HELD):
        return False
    begins, ends = other.date.earliest, meeting.date.latest
    return begins is not None and ends is not None and begins > ends
