"""# nothing-supports (E01)

## What it does
Reports a value, participant, issue, outcome or other evidenced part of a record that no item of its evidence asserts.

## Why it matters
A value without a source cannot be checked, cited or told from a slip.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml E01:5
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
  says: {status: occurred, date: 2021-05-04}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
nothing supports `mode: phone`
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
```

## Near miss
What is said less precisely than the record has it supports it too:
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
  says: {status: occurred, date: 2021-05, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Known limits
What is asserted less or more precisely counts as support, and so do inferences of ours. A date also stands on its start
and end; a participant on being expected; the status of a session on what is said of its meeting's. Which status
follows from the claims is the business of status-does-not-follow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat import suggest
from bilat.corpus import paths, references, voices
from bilat.records.model import RELATIONS
from bilat.rules.rule import Fault, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.corpus.claims import Claim
    from bilat.corpus.paths import Path
    from bilat.findings import Location
    from bilat.records.document import Pointer
    from bilat.records.model import Meeting

_BEARS_OUT: Final = ("agrees", "less-precise", "more-precise")


@rule("E01", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Compare what the record has with what its evidence asserts."""
    asserted = [claim for claim in corpus.claims[meeting.id] if claim.stance == "asserts"]
    supported = _supported(corpus, meeting, asserted)
    bare = [(path, pointer) for path, pointer in paths.of(meeting) if path.text not in supported]
    unknown = references.unknown(corpus, meeting) if bare else set()
    lost = _lost(corpus, meeting) if bare else []
    for path, pointer in bare:
        if path.id not in unknown and not suggest.nearest(path.text, lost):
            yield Fault(
                _where(meeting, path, pointer),
                f"nothing supports `{_shown(corpus, meeting, path)}`",
                note=_otherwise(asserted, path),
                help=_advice(corpus, meeting, path),
                field=path.text,
            )


def _lost(corpus: Corpus, meeting: Meeting) -> list[str]:
    """Return the paths of evidence that lead nowhere, of which E02 tells: one of them may be a slip of a bare one."""
    written = (assertion.path for item in meeting.evidence for assertion in item.assertions)
    parsed = (path for text in written if (path := paths.parse(text)) and path.id)
    return [path.text for path in parsed if not paths.exists(corpus, meeting, path)]


def _supported(corpus: Corpus, meeting: Meeting, asserted: list[Claim]) -> set[str]:
    """Return every path that evidence bears out, or whose evidence rests on a voice that does not exist."""
    found = {claim.path.text for claim in asserted if claim.relation in _BEARS_OUT or claim.path.part == "attendance"}
    found |= {
        assertion.path
        for item in meeting.evidence
        if item.source and voices.speaker(corpus, item) is None
        for assertion in item.assertions
    }
    found |= {path.removesuffix(".attendance") for path in found}
    if {"date.start", "date.end"} <= found:
        found.add("date")
    whole = corpus.claims.get(meeting.part_of or "", ()) if meeting.kind == "session" else ()
    if any(claim.path.text == "status" for claim in (*corpus.claims[meeting.id], *whole)):
        found.add("status")
    return found


def _where(meeting: Meeting, path: Path, pointer: Pointer) -> Location:
    return meeting.document.at(pointer, key=path.is_member and path.field not in RELATIONS)


def _shown(corpus: Corpus, meeting: Meeting, path: Path) -> str:
    return path.text if path.is_member else f"{path.text}: {paths.preferred(corpus, meeting, path)}"


def _otherwise(asserted: list[Claim], path: Path) -> str:
    said = [claim for claim in asserted if claim.path.text == path.text and claim.value]
    return "; ".join(f"{claim.value} is said instead ({place(claim.part.at())})" for claim in said[:3])


def _advice(corpus: Corpus, meeting: Meeting, path: Path) -> str:
    if path.is_member:
        return f"add {path.text} to the supports: of the item whose text says so; if none does, delete it here"
    shown = _shown(corpus, meeting, path)
    return f"add {{{shown}}} to the says: of the item whose text says so; if none does, delete it here"
