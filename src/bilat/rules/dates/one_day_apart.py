"""# one-day-apart (D12)

## What it does
Reports a call, video link or letter of which the two sides give days that follow on each other.

## Why it matters
They are most likely one moment in two time zones. The dataset keeps the day in UTC, or months and days do not add up.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml D12:4
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
- source: ruritania-readout
  says: {date: 2021-05-05}
```
```text
XA says 2021-05-04, XR 2021-05-05 of one remote contact
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
- source: ruritania-readout
  says: {date: 2021-05-05}
- source: ruritania-readout
  because: The readout has a quarter past midnight in Ruritania City, which was 22:15 UTC on the day before.
  infers: {date: 2021-05-04}
```

## Near miss
Face to face, the day is that of the place, and the two differ:
```yaml near-miss meetings/2021-05-04-doe-roe.yaml
title: Doe calls Roe
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
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
- source: ruritania-readout
  says: {date: 2021-05-05}
```

## When it is right
If no time of day is known, and each side holds to its day:
```
accept:
- {rule: D12, path: date, because: no hour is given by either side, and the earlier day is that of most reports}
```

## Known limits
Only days that official voices of the two sides give outright are compared. Once an item infers the date, the question
is taken to be settled.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bilat.corpus.compare import date_of
from bilat.findings import Severity
from bilat.rules.rule import Fault, accepting, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bilat.corpus import Corpus
    from bilat.corpus.claims import Claim
    from bilat.records.model import Meeting


_REMOTE: Final = ("phone", "video", "written")
_NEXT: Final = timedelta(days=1)


@rule("D12", over="meetings", severity=Severity.WARNING)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare the days that the sides give of what had no place."""
    claims = [claim for claim in corpus.claims[meeting.id] if claim.path.text == "date"]
    if meeting.mode not in _REMOTE or any(claim.is_ours for claim in claims):
        return
    given = _days(claims)
    apart = [(a, x, b, y) for a, x in given for b, y in given if a != b and y - x == _NEXT]
    if apart:
        (side, day, other, next_day), *_ = apart
        yield Fault(
            meeting.at("date"),
            f"{side} says {day}, {other} {next_day} of one remote contact",
            note="most likely it is one moment in two time zones",
            help="write the day in UTC, and how it follows: infers: {date: the day}, because: the reckoning; if they "
            f"mean different days: {accepting('D12', 'date')}",
            field="date",
        )


def _days(claims: Sequence[Claim]) -> list[tuple[str, date]]:
    """Return the single days that official voices say, each with the side of the voice."""
    said = [c for c in claims if c.stance == "asserts" and c.value and c.speaker.official and c.speaker.side]
    found = [(claim.speaker.side, date_of(claim.value or "")) for claim in said]
    return sorted({(side or "", when.earliest) for side, when in found if when.means == "day" and when.earliest})
