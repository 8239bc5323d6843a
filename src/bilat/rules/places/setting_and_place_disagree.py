"""# setting-and-place-disagree (P04)

## What it does
Reports an encounter hosted by a third party on the ground of a side, or a bilateral one on the ground of neither.

## Why it matters
Bilateral is written by leaving setting out, so a meeting on neutral ground slips into it unseen.

## Example
```yaml bad meetings/2021-05-04-doe-roe.yaml P04:6
title: Doe meets Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: in-person
place: harbour-city
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
the setting is bilateral, and `harbour-city` lies in XC
```

## Use instead
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
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Near miss
In the margins of a larger event any ground will do:
```yaml near-miss meetings/2021-05-04-doe-roe.yaml
title: Doe meets Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: in-person
place: harbour-city
setting: multilateral-sideline
occasion: Assembly of the harbour states
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: in-person, place: harbour-city}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## When it is right
If the two sides met on foreign ground by their own arrangement, as in an embassy there:
```
accept:
- {rule: P04, path: setting, because: the two met in the Arcadian embassy, and nobody hosted them}
```

## Known limits
A session is not looked at: its meeting has the setting. The rule knows the country of a place, not who held the keys
of a building.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.findings import Severity
from bilat.rules.rule import Fault, accepting, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting


@rule("P04", over="meetings", severity=Severity.WARNING)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare the setting with the country of the place."""
    country = corpus.country_of(meeting.place)
    if country is None or corpus.dataset is None or meeting.kind == "session":
        return
    at_home = country in corpus.side_of_country
    if meeting.setting == "third-party-hosted" and at_home:
        help = "delete setting, or mend the place"  # noqa: A001
    elif meeting.setting == "bilateral" and not at_home and meeting.mode in ("in-person", None):
        help = "write setting: third-party-hosted, or multilateral-sideline with its occasion"  # noqa: A001
    else:
        return
    yield Fault(
        meeting.at("setting") if "setting" in meeting.document.data else meeting.at("place"),
        f"the setting is {meeting.setting}, and `{meeting.place}` lies in {country}",
        note="bilateral is on the ground of a side, third-party-hosted on that of neither" + _default(meeting),
        help=f"{help}; if both are right: {accepting('P04', 'setting')}",
        field="setting",
    )


def _default(meeting: Meeting) -> str:
    return "" if "setting" in meeting.document.data else "; setting is bilateral where left out"
