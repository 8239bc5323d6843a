"""# part-outside-whole (D04)

## What it does
Reports a record that can on no day have been within the days of the record it is part of.

## Why it matters
One of the two dates is wrong, or the part belongs to another trip; either way a month gets a contact that it did not
have.

## Example
```yaml bad meetings/2021-04-11-doe-roe.yaml D04:4
title: Doe meets Roe in Harbour Hall
kind: meeting
status: occurred
date: 2021-04-15
mode: in-person
place: harbour-hall
setting: third-party-hosted
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
part_of: 2021-04-visit
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-04-15, mode: in-person, place: harbour-hall}
  supports: [part_of.2021-04-visit, participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
`2021-04-15` lies outside 2021-04-10/2021-04-12, the days of `2021-04-visit`
```

## Use instead
```yaml good meetings/2021-04-11-doe-roe.yaml
title: Doe meets Roe in Harbour Hall
kind: meeting
status: occurred
date: 2021-04-11
mode: in-person
place: harbour-hall
setting: third-party-hosted
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
part_of: 2021-04-visit
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-04-11, mode: in-person, place: harbour-hall}
  supports: [part_of.2021-04-visit, participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Near miss
One possible day inside is enough:
```yaml near-miss meetings/2021-04-11-doe-roe.yaml
title: Doe meets Roe in Harbour Hall
kind: meeting
status: occurred
date: [2021-04-12, 2021-04-13]
mode: in-person
place: harbour-hall
setting: third-party-hosted
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
part_of: 2021-04-visit
evidence:
- source: arcadia-readout
  says: {status: occurred, date: [2021-04-12, 2021-04-13], mode: in-person, place: harbour-hall}
  supports: [part_of.2021-04-visit, participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Known limits
A date marked ~ or % may lie outside the days that it names, so nothing is said of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.rules.rule import Fault, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.edtf import Date
    from bilat.records.model import Meeting


@rule("D04", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare the possible days of a record with those of its whole."""
    whole = corpus.meetings.get(meeting.part_of or "")
    if whole and not _can_meet(meeting.date, whole.date):
        yield Fault(
            meeting.at("date"),
            f"`{meeting.date.text}` lies outside {whole.date.text}, the days of `{whole.id}`",
            note=f"this record is part of it; its date stands in {place(whole.at('date'))}",
            help="mend the date that fewer sources bear out, or delete part_of if it took place apart from it",
            field="date",
        )


def _can_meet(one: Date, other: Date) -> bool:
    if one.approximate or other.approximate:
        return True
    return any(mine.touches(its) for mine in one.options for its in other.options)
