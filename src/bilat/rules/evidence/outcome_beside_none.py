"""# outcome-beside-none (E09)

## What it does
Reports an outcome of type explicit-none beside another outcome that the same voice tells of.

## Why it matters
Nobody says at once that nothing came of it and that something did: one of the two is misread, or is no outcome.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml E09:15
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
outcomes:
  nothing: {type: explicit-none, text: The two sides agreed on nothing.}
  next-time: {type: decision-to-meet, text: The two ministers are to speak again in June.}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan, outcomes.nothing]
- source: arcadia-readout
  supports: [outcomes.next-time]
```
```text
`arcadia-ministry` says that nothing came of this, and tells of `next-time`
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
outcomes:
  next-time: {type: decision-to-meet, text: The two ministers are to speak again in June.}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan, outcomes.next-time]
```

## Near miss
Two voices may well differ:
```yaml near-miss meetings/2021-05-04-doe-roe-call.yaml
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
outcomes:
  nothing: {type: explicit-none, text: The two sides agreed on nothing.}
  next-time: {type: decision-to-meet, text: The two ministers are to speak again in June.}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan, outcomes.nothing]
- source: ruritania-readout
  supports: [outcomes.next-time]
```

## Known limits
That nothing was agreed on one issue leaves room for other outcomes, even on that issue, so an explicit-none with an
issue is let pass. Anonymous voices are not compared: they may be several people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.corpus.claims import Claim
    from bilat.records.model import Meeting


_NONE: Final = "explicit-none"


@rule("E09", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Bring together what each voice tells of outcomes."""
    told: dict[str, list[Claim]] = {}
    for claim in corpus.claims[meeting.id]:
        if _tells(meeting, claim):
            told.setdefault(claim.speaker.id or "", []).append(claim)
    for voice, claims in told.items():
        outcomes = [meeting.outcomes[claim.path.id or ""] for claim in claims]
        for claim, outcome in zip(claims, outcomes, strict=True):
            rival = next((found for found in outcomes if found.type != _NONE), None)
            if outcome.type == _NONE and outcome.issue is None and rival:
                yield Fault(
                    claim.part.at(),
                    f"`{voice}` says that nothing came of this, and tells of `{rival.id}`",
                    note="explicit-none means that the voice says outright that there was no outcome",
                    help=f"delete {outcome.id}, or give it the issue: on which nothing was agreed; what was only said "
                    "is a statement",
                    field=f"outcomes.{outcome.id}",
                    cause=f"{voice} {outcome.id}",
                )


def _tells(meeting: Meeting, claim: Claim) -> bool:
    is_outcome = claim.path.field == "outcomes" and claim.path.is_member and claim.path.id in meeting.outcomes
    return is_outcome and claim.stance == "asserts" and claim.speaker.id is not None
