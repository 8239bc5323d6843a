"""# status-does-not-follow (E03)

## What it does
Reports a status that the claims about it do not admit.

## Why it matters
The status decides what is counted. One anonymous or relayed account makes an alleged contact, and an announcement a
planned one.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml E03:3
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: courier-report
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
`occurred` does not follow from the claims; they admit alleged
```

## Use instead
If nobody else says so:
```yaml good meetings/2021-05-04-doe-roe-call.yaml
title: Doe calls Roe
kind: meeting
status: alleged
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: courier-report
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Near miss
What a reporter says on the outlet's own account, though it relays others elsewhere, is an observation:
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
- source: courier-notebook
  via: self
  because: Its correspondent saw the minister take the call.
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
new:
  sources:
    courier-notebook:
      title: A day in the ministry
      publisher: courier
      kind: press-report
      lang: en
      published: 2021-05-06
      seen: {on: 2022-01-02, text: whole}
      relays: [{source: gazette-report, how: quotes}]
```

## Known limits
Inferences of ours admit no status. A session stands on the claims about its meeting as well as on its own; a visit and
a series stand on their own alone, whatever is said of the meetings in them. Where nothing at all is said about the
status, nothing-supports says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import status, voices
from bilat.rules.rule import Fault, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.corpus.claims import Claim
    from bilat.corpus.voices import Speaker
    from bilat.records.model import Meeting


@rule("E03", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare the status with those that the claims admit."""
    about = [claim for claim in _claims(corpus, meeting) if claim.path.text == "status"]
    admitted = status.admissible(about)
    if not about or meeting.status in admitted or _is_open(corpus, meeting):
        return
    said = "; ".join(_words(claim) for claim in about[:4])
    yield Fault(
        meeting.at("status"),
        f"`{meeting.status}` does not follow from the claims; they admit {_listed(admitted)}",
        note=f"claims: {said}",
        help="write a status that they admit, or add the item that is missing: occurred needs an official voice, two "
        "origins with nothing in common, or a reporter's own account; planned a side's own announcement",
        field="status",
    )


def _claims(corpus: Corpus, meeting: Meeting) -> tuple[Claim, ...]:
    """Return the claims about a record; a session has those of its meeting besides."""
    whole = corpus.claims.get(meeting.part_of or "", ()) if meeting.kind == "session" else ()
    return (*corpus.claims[meeting.id], *whole)


def _is_open(corpus: Corpus, meeting: Meeting) -> bool:
    """Say whether a claim about the status hangs on a voice or an office that does not exist."""
    return any(
        assertion.path == "status" and item.source and not _is_known(corpus, voices.speaker(corpus, item))
        for item in meeting.evidence
        for assertion in item.assertions
    )


def _is_known(corpus: Corpus, speaker: Speaker | None) -> bool:
    if speaker and speaker.kind == "organization":
        return speaker.id in corpus.organizations
    person = corpus.participants.get(speaker.id or "") if speaker else None
    return speaker is not None and all(held.position in corpus.positions for held in (person.tenures if person else ()))


def _listed(admitted: set[str]) -> str:
    return ", ".join(sorted(admitted)) or "none"


def _words(claim: Claim) -> str:
    who = claim.speaker.id or claim.speaker.words or "we"
    return f"{who} {claim.stance} {claim.value or ''} ({place(claim.part.at())})"
