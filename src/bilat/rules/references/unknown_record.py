"""# unknown-record (R01)

## What it does
Reports an id that is referred to and that no record of the right kind has.

## Why it matters
A person under a misspelt id falls out of every count and every join without a word.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml R01:8
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivn: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivn]
```
```text
no participant has the id `roe-ivn`
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
Somebody whom no source names is an entry of this record alone, and its id refers to nothing:
```yaml near-miss meetings/2021-05-04-doe-roe-call.yaml
title: Doe calls the ministry
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {official: {unnamed: an official of the ministry, role: principal}}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.official]
```

## Known limits
A record whose own file cannot be read counts as existing: its fault is reported there. An id of retired.yaml is
reported by retired-id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat import suggest
from bilat.corpus import references
from bilat.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.corpus.references import Reference
    from bilat.records.model import Note, Record


@rule("R01", over="referring")
def check(record: Record | Note, corpus: Corpus) -> Iterator[Fault]:
    """Look up every id that the record refers to."""
    for reference in references.of(record):
        if not (references.resolves(corpus, reference) or references.retired(corpus, reference)):
            yield Fault(
                reference.where,
                f"no {reference.kind} has the id `{reference.id}`",
                help=_advice(corpus, reference),
                field=reference.field,
                cause=reference.id,
            )


def _advice(corpus: Corpus, reference: Reference) -> str:
    """Name the nearest: what goes under a name that is akin, else what has an id that looks alike, people excepted."""
    names = references.names(corpus, reference.kind)
    near = suggest.akin(reference.id, {id_: found for id_, found in names.items() if found})
    near = near or suggest.nearest(reference.id, names.keys() - corpus.participants.keys())
    if near:
        return f"the nearest that exist: {', '.join(_shown(id_, names[id_]) for id_ in near)}"
    return f"check the spelling, or define the {reference.kind} under new: in this file"


def _shown(id_: str, names: tuple[str, ...]) -> str:
    return f"`{id_}` ({names[0]})" if names else f"`{id_}`"
