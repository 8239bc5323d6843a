"""# repeated-id (R02)

## What it does
Reports an id that stands in two places: two files of that name, or a file and an entry under new:.

## Why it matters
Whatever refers to the id means one of the two, and readers see the other one; the second is not read at all.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml R02:15
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
new:
  participants:
    doe-jane: {name: Janet Doe}
```
```text
the id `doe-jane` stands in two places
```

## Use instead
If somebody else is meant, under another id; if the same person, without the entry under new:
```yaml good meetings/2021-05-04-doe-roe-call.yaml
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-janet: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-janet, participants.XR.roe-ivan]
new:
  participants:
    doe-janet:
      name: Janet Doe
      positions:
      - {position: arcadia-ministry/deputy, attested: 2021-05-05, source: arcadia-readout}
```

## Near miss
The id of somebody whom no source names belongs to this record alone, and may stand in others too:
```yaml near-miss meetings/2021-05-04-doe-roe-call.yaml
title: Doe calls Roe
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
Ids inside a record (outcomes, statements, tallies, unnamed people) are its own and are not compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.rules.rule import Fault, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.corpus.index import Repeat


@rule("R02", over="repeats")
def check(repeat: Repeat, corpus: Corpus) -> Iterator[Fault]:
    """Point at the second place and name the first."""
    yield Fault(
        repeat.again.at(key=True),
        f"the id `{repeat.id}` stands in two places",
        note=f"the first is {place(repeat.first.at(key=True))}; only that one is read",
        help="if both are the same thing, merge them into the first and delete this one; if not, rename this one",
        field=repeat.id,
    )
