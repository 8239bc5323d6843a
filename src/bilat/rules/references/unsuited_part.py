"""# unsuited-part (R05)

## What it does
Reports a record that is part of a record of a kind that has no such parts, or in a series that is none.

## Why it matters
A trip counts through the meetings in it, and a meeting through itself alone; a session hung on a trip falls out of
both.

## Example
```yaml bad meetings/2021-04-11-doe-roe.yaml R05:11
title: Doe meets Roe in Harbour Hall
kind: session
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
```text
a session is part of the visit `2021-04-visit`
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
A meeting may be part of a trip and a round of a series at once:
```yaml near-miss meetings/2021-04-11-doe-roe.yaml
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
in_series: [2021-fish-talks]
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-04-11, mode: in-person, place: harbour-hall}
  supports: [part_of.2021-04-visit, in_series.2021-fish-talks, participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Known limits
That a session has to be part of something is not demanded here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.corpus import references
from bilat.rules.rule import Fault, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.corpus.references import Reference
    from bilat.records.model import Meeting

_WHOLE: Final = {"session": "meeting", "meeting": "visit"}


@rule("R05", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare the kinds of both ends of part_of and in_series."""
    for reference in references.relations(meeting):
        whole = corpus.meetings.get(reference.id)
        if whole and reference.field == "part_of" and whole.kind != _WHOLE.get(meeting.kind):
            yield _fault(
                reference, f"a {meeting.kind} is part of the {whole.kind} `{whole.id}`", whole, _advice(meeting)
            )
        if whole and reference.field.startswith("in_series") and whole.kind != "series":
            help = "name a series, or write follows: if it took up the business of that one"  # noqa: A001
            yield _fault(reference, f"the {whole.kind} `{whole.id}` is named as a series", whole, help)


def _fault(reference: Reference, message: str, whole: Meeting, help: str) -> Fault:  # noqa: A002
    note = f"its kind stands in {place(whole.at('kind'))}; a session is part of a meeting, a meeting of a visit"
    return Fault(reference.where, message, note, help, reference.field)


def _advice(meeting: Meeting) -> str:
    whole = _WHOLE.get(meeting.kind)
    if whole is None:
        return f"delete part_of: a {meeting.kind} is part of nothing; for a track that it belongs to, write in_series:"
    return f"name the {whole} that it is part of, or mend its kind"
