"""# path-leads-nowhere (E02)

## What it does
Reports a path in evidence, or under as_printed:, that names nothing in the record.

## Why it matters
What it was meant to support stands without support, and the claim is about nothing.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml E02:12
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
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan, issues.fish]
```
```text
`issues.fish` names nothing in this record
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
issues: [fish]
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan, issues.fish]
```

## Near miss
A value left out, a third party not listed, somebody expected in vain and an issue that was none may be spoken of:
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
  says: {status: occurred, date: 2021-05-04, mode: phone, openness: closed, third.isles-state: intermediary}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
- source: arcadia-announcement
  says: {participants.XA.poe-anna.attendance: expected}
- source: ruritania-readout
  denies: [issues.fish]
```

## Known limits
A value that the record leaves out may still be spoken of, as may a third party that it does not list, the expectation
that somebody known would come, and the denial that a known person or issue was part of it. What is said to have been
discussed has to be listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat import suggest
from bilat.corpus import paths, references
from bilat.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from bilat.corpus import Corpus
    from bilat.corpus.paths import Path
    from bilat.records.document import Pointer
    from bilat.records.model import Evidence, Meeting, Part

# Verbs that speak of what need not have been.
_AGAINST: Final = ("denies", "declines")


@rule("E02", over="meetings")
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Follow every path in evidence into the record."""
    for item in meeting.evidence:
        for text, verb, part, below in _written(item):
            if not _leads(corpus, meeting, text, verb) and not _slipped_above(corpus, meeting, text):
                yield Fault(
                    part.at(*below, key=True),
                    f"`{text}` names nothing in this record",
                    help=_advice(meeting, text),
                    field=text,
                    cause=text,
                )


def _slipped_above(corpus: Corpus, meeting: Meeting, text: str) -> bool:
    """Say whether the path is right and the record's own id is a slip of it, of which R01 tells."""
    path = paths.parse(text)
    known = path is not None and path.id is not None and path.id in _registry(corpus, path)
    return bool(known and path and suggest.nearest(path.id or "", references.unknown(corpus, meeting)))


def _written(item: Evidence) -> Iterator[tuple[str, str, Part, Pointer]]:
    for assertion in item.assertions:
        yield assertion.path, assertion.verb, assertion, ()
    for text in item.as_printed:
        yield text, "as_printed", item, ("as_printed", text)


def _leads(corpus: Corpus, meeting: Meeting, text: str, verb: str) -> bool:
    """Say whether a path names something, or something that need not be there to be spoken of."""
    path = paths.parse(text)
    if path is None:
        return False
    if path.id is None or (path.side and corpus.dataset and path.side not in corpus.dataset.sides):
        return True
    if path.field == "third" and verb not in ("supports", "omits"):
        return True
    if (path.part == "attendance" or verb in _AGAINST) and path.id in _registry(corpus, path):
        return True
    return paths.exists(corpus, meeting, path)


def _registry(corpus: Corpus, path: Path) -> Container[str]:
    """Return the ids of what exists apart from the record: people and issues, but no outcome and no statement."""
    registries: dict[str, Container[str]] = {"participants": corpus.participants, "issues": corpus.issues}
    return registries.get(path.field, ())


def _advice(meeting: Meeting, text: str) -> str:
    near = suggest.nearest(text, [path.text for path, _ in paths.of(meeting)])
    if near:
        return f"the nearest that exist: {suggest.phrase(near)}"
    if paths.parse(text) is None:
        return "write a path as field, field.id or field.id.part, such as participants.XX.id or outcomes.id.date"
    field, _, id_ = text.partition(".")
    return f"list {id_} under {field} of this record; if it does not belong there, delete the path"
