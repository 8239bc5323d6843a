"""# weekday-mismatch (D09)

## What it does
Reports a printed weekday, such as "on Tuesday", that is none of the days which the same item says.

## Why it matters
Most often the day was counted from the wrong date of publication, and every count by month may be off.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml D09:15
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
  as_printed: {date: on Monday}
  says: {date: 2021-05-04}
```
```text
`Monday` is printed, and 2021-05-04 is a Tuesday
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
- source: gazette-report
  as_printed: {date: on Tuesday}
  says: {date: 2021-05-04}
```

## Near miss
A weekday may be any of the days that are said:
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
- source: gazette-report
  as_printed: {date: zwischen Montag und Mittwoch}
  says: {date: [2021-05-03..2021-05-05]}
```

## When it is right
If the source itself has the wrong weekday:
```
accept:
- {rule: D09, path: date, because: the paper prints Monday, and its own dateline is of the Tuesday}
```

## Known limits
Full names in English, German and Russian are known. A weekday that is printed for another day ("announced on
Monday") is taken for the day of the encounter; what is said of a week or more has every weekday.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bilat.corpus.compare import date_of
from bilat.findings import Severity
from bilat.rules.rule import Fault, accepting, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.corpus.claims import Claim
    from bilat.records.model import Meeting


_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS: Final = (
    "monday|montag|понедельник(?:а|у|ом|е)?",
    "tuesday|dienstag|вторник(?:а|у|ом|е)?",
    "wednesday|mittwoch|сред[ауыой]{1,2}",
    "thursday|donnerstag|четверг(?:а|у|ом|е)?",
    "friday|freitag|пятниц(?:а|у|ы|е|ей)",
    "saturday|samstag|sonnabend|суббот(?:а|у|ы|е|ой)",
    "sunday|sonntag|воскресень(?:е|я|ю|ем)",
)
_PRINTED: Final = rf"(?i)\b(?:{'|'.join(f'({names})' for names in _WEEKDAYS)})\b"
_WEEK: Final = 7


@rule("D09", over="meetings", severity=Severity.WARNING)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare every printed weekday with the days that the item says."""
    for claim in corpus.claims[meeting.id]:
        days = _said(claim)
        printed = _weekdays(claim.as_printed) if days and claim.as_printed else {}
        wrong = [word for number, word in printed.items() if number not in {day.weekday() for day in days}]
        if wrong:
            yield Fault(
                claim.part.at(),
                f"`{wrong[0]}` is printed, and {_shown(days)}",
                note="a weekday is counted from the day on which the document was published or the voice spoke",
                help="count again and mend the date, or leave words that mean another day out of as_printed:; if the "
                f"source is wrong: {accepting('D09', claim.path.text)}",
                field=claim.path.text,
            )


def _said(claim: Claim) -> list[date]:
    """Return the days that a claim about a date says, if they are so few that not every weekday is among them."""
    if claim.path.field != "date" or claim.value is None or claim.stance != "asserts":
        return []
    span = date_of(claim.value).span
    length = (span.last - span.first).days + 1 if span.first and span.last else _WEEK
    return [span.first + timedelta(days=n) for n in range(length)] if span.first and length < _WEEK else []


def _weekdays(printed: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for word in re.finditer(_PRINTED, printed):
        found.setdefault((word.lastindex or 1) - 1, word[0])
    return dict(sorted(found.items()))


def _shown(days: list[date]) -> str:
    told = f"{days[0]} is a {_DAYS[days[0].weekday()]}"
    return told if len(days) == 1 else f"{told}, {days[-1]} a {_DAYS[days[-1].weekday()]}"
