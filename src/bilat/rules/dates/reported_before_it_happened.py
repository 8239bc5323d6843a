"""# reported-before-it-happened (D05)

## What it does
Reports a voice that spoke before the record began and yet is said to report that it took place, who was there, what
was talked about or what came of it.

## Why it matters
An announcement is no report: plans that fell through would count as contacts, and absent people as present.

## Example
```yaml bad meetings/2021-05-04-doe-roe.yaml D05:13
title: Doe meets Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: in-person
place: harbour-city
setting: third-party-hosted
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-announcement
  says: {status: occurred, date: 2021-05-04}
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
`status` is reported by a voice of 2021-05-03, before the record begins
```

## Use instead
What was announced is planned or expected:
```yaml good meetings/2021-05-04-doe-roe.yaml
title: Doe meets Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: in-person
place: harbour-city
setting: third-party-hosted
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-announcement
  says: {status: planned, date: 2021-05-04, participants.XR.roe-ivan.attendance: expected}
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Near miss
A later voice may say that what was planned took place:
```yaml near-miss meetings/2021-05-04-doe-roe.yaml
title: Doe meets Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: in-person
place: harbour-city
setting: third-party-hosted
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
issues: [fish]
evidence:
- source: arcadia-announcement
  says: {status: planned, issues.fish: planned}
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Known limits
A remote contact may have two days by two clocks, so a voice one day before it is let pass. Where the day on which a
voice spoke is not known, or the record's date is marked ~ or %, nothing is said.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bilat.corpus import paths, voices
from bilat.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.corpus.paths import Path
    from bilat.records.model import Assertion, Meeting

_ONE_CLOCK: Final = (None, "in-person")


@rule("D05", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare the day on which each voice spoke with the record's first possible day."""
    for item in meeting.evidence:
        spoke = voices.spoke_on(corpus, item)
        for assertion in item.assertions:
            path = paths.parse(assertion.path)
            begins = _begins(meeting, path) if path and _reports(assertion, path) else None
            if path and begins and spoke and spoke.latest and spoke.latest < begins:
                yield Fault(
                    assertion.at(),
                    f"`{assertion.path}` is reported by a voice of {spoke.text}, before the record begins",
                    note=f"its first possible day is {meeting.date.earliest}",
                    help=_advice(path),
                    field=assertion.path,
                    cause=f"{item.source} {spoke.text} {path.field}",
                )


def _reports(assertion: Assertion, path: Path) -> bool:
    """Say whether what stands there can only be said afterwards."""
    if assertion.verb == "says":
        value = assertion.value["mode"] if isinstance(assertion.value, dict) else assertion.value
        return (path.text == "status" and value == "occurred") or (path.field == "issues" and value != "planned")
    return assertion.verb == "supports" and path.field in ("issues", "participants", "outcomes")


def _begins(meeting: Meeting, path: Path) -> date | None:
    """Return the first day on which it can have been so; a remote contact may be a day earlier by another clock."""
    outcome = meeting.outcomes.get(path.id or "") if path.field == "outcomes" else None
    when = outcome.date if outcome and outcome.date else meeting.date
    first = None if when.approximate else when.earliest
    return first if first is None or meeting.mode in _ONE_CLOCK else first - timedelta(days=1)


def _advice(path: Path) -> str:
    planned = {
        "status": "says: {status: planned}",
        "issues": f"says: {{{path.text}: planned}}",
        "participants": f"says: {{{path.text}.attendance: expected}}",
    }
    if path.field not in planned:
        return "let a voice that spoke afterwards support it; if none does, delete it, or give it its own date:"
    return f"write {planned[path.field]}; if the voice spoke later than its document, write said_on:"
