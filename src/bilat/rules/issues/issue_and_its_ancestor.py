"""# issue-and-its-ancestor (I01)

## What it does
Reports an item that supports an issue and also one that contains it.

## Why it matters
Whoever counts by broad issue finds the narrow one there anyway; named twice, one sentence counts as two subjects.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml I01:13
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
issues: [fish, fish-quotas]
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan, issues.fish, issues.fish-quotas]
```
```text
`fish` contains fish-quotas, and one item supports both
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
issues: [fish-quotas]
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan, issues.fish-quotas]
```

## Near miss
Two voices, of which one names only the broad subject:
```yaml near-miss meetings/2021-05-04-doe-roe-call.yaml
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
issues: [fish, fish-quotas]
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan, issues.fish-quotas]
- source: ruritania-readout
  supports: [issues.fish]
```

## When it is right
If the voice names the broad subject as one of its own beside the narrow one:
```
accept:
- {rule: I01, path: issues.fish, because: the readout lists fishing in general and quotas as two points of the agenda}
```

## Known limits
Only within one item: another voice may speak of the broad issue alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.findings import Severity
from bilat.rules.rule import Fault, accepting, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Assertion, Evidence, Meeting

_FIELD: Final = "issues."


@rule("I01", over="meetings", severity=Severity.WARNING)
def check(meeting: Meeting, corpus: Corpus) -> Iterator[Fault]:
    """Look, in each item, for the ancestors of every issue that it supports."""
    for item in meeting.evidence:
        supported = _issues(item)
        for id_, narrow in supported.items():
            for ancestor in corpus.ancestors_of_issue(id_):
                if ancestor in supported:
                    yield _fault(id_, narrow, ancestor, supported[ancestor])


def _fault(id_: str, narrow: Assertion, ancestor: str, broad: Assertion) -> Fault:
    path = f"{_FIELD}{ancestor}"
    return Fault(
        broad.at(key=True),
        f"`{ancestor}` contains {id_}, and one item supports both",
        note=f"the other stands in {place(narrow.at(key=True))}; the most specific one named is coded",
        help=f"delete {path} here; if the voice named it as a point of its own: {accepting('I01', path)}",
        field=path,
        cause=ancestor,
    )


def _issues(item: Evidence) -> dict[str, Assertion]:
    return {
        found.path.removeprefix(_FIELD): found
        for found in item.assertions
        if found.path.startswith(_FIELD) and found.verb in ("says", "supports")
    }
