"""# wrong-side (C03)

## What it does
Reports a participant whose offices on the days of the record, or whose as:, all belong to the other side or to neither.

## Why it matters
The person counts for a government that sent somebody else, and the level of both sides is wrong.

## Example
```yaml bad meetings/2021-05-04-poe-roe-call.yaml C03:8
title: Poe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {poe-anna: principal}
  XR: {doe-jane: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.poe-anna, participants.XR.doe-jane]
```
```text
`doe-jane` stands on side XR as `arcadia-ministry/minister`
```

## Use instead
```yaml good meetings/2021-05-04-poe-roe-call.yaml
title: Poe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {poe-anna: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.poe-anna, participants.XR.roe-ivan]
```

## Near miss
A further post elsewhere does no harm:
```yaml near-miss meetings/2021-05-04-doe-low-call.yaml
title: Doe calls Low
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {low-mara: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.low-mara]
new:
  participants:
    low-mara:
      name: Mara Low
      positions:
      - {position: ruritania-ministry/minister, attested: 2021-05-05, source: ruritania-readout}
      - {position: isles-institute/fellow, attested: 2021-05-05, source: ruritania-readout}
  organizations:
    isles-institute:
      name: Institute of the Isles
      country: XC
      kind: other
      positions:
        fellow: {title: Fellow, tier: 5}
```

## Known limits
The side of an office is that of its organization's country; somebody sent by a side without any office of it has to
be given one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat import suggest
from bilat.corpus import tenures
from bilat.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting, Participation


@rule("C03", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare the side on which each stands with the sides of the offices."""
    if corpus.dataset is None:
        return
    for entry, posts in _in_office(meeting, corpus):
        known = entry.side in corpus.dataset.sides and posts and all(post in corpus.positions for post in posts)
        if known and entry.side not in {corpus.side_of_position(post) for post in posts}:
            yield Fault(
                entry.at("as") if entry.position else entry.at(key=True),
                f"`{entry.id}` stands on side {entry.side} as {suggest.phrase(posts)}",
                note="; ".join(
                    f"{post} belongs to {corpus.side_of_position(post) or 'neither side'}" for post in posts
                ),
                help="move the entry to the other side, or under third: if the person stood on neither; "
                "if an office of this side is missing, add it to the person's positions:",
                field=f"participants.{entry.side}.{entry.id}",
                cause=entry.id,
            )


def _in_office(meeting: Meeting, corpus: Corpus) -> Iterator[tuple[Participation, list[str]]]:
    for entry in meeting.people():
        if entry.position:
            yield entry, [entry.position]
    for entry, held in tenures.looked_up(corpus, meeting):
        yield entry, [found.position for found in held]
