"""# shared-name (X06)

## What it does
Reports a further name of a person that is also a name of another one.

## Why it matters
Whoever meets the name in a source cannot tell which of the two is meant, and one gets the words of the other.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml X06:18
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {row-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.row-ivan]
new:
  participants:
    row-ivan:
      name: Iwan Row
      names:
      - {text: Jane Doe, lang: en, kind: variant}
      positions:
      - {position: ruritania-ministry/minister, attested: 2021-05-05, source: ruritania-readout}
```
```text
`Jane Doe` is a name of `row-ivan` and of `doe-jane`
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
  XR: {row-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.row-ivan]
new:
  participants:
    row-ivan:
      name: Iwan Row
      positions:
      - {position: ruritania-ministry/minister, attested: 2021-05-05, source: ruritania-readout}
```

## Near miss
A slip that a source printed is kept as one, and is no name:
```yaml near-miss meetings/2021-05-04-doe-roe-call.yaml
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {row-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.row-ivan]
new:
  participants:
    row-ivan:
      name: Iwan Row
      names:
      - {text: Jane Doe, lang: en, kind: misrendering, source: ruritania-readout}
      positions:
      - {position: ruritania-ministry/minister, attested: 2021-05-05, source: ruritania-readout}
```

## Known limits
Two people of one body are the business of people-alike, as are main names. Where either record lists the other under
not:, the shared name is let pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import names
from bilat.rules.rule import Fault, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Participant


@rule("X06", over="participants", whole=True)
def check(person: Participant, corpus: Corpus) -> Iterator[Fault]:
    """Look up who else goes by each further name of a person."""
    for text, name in names.of_person(person):
        for other in corpus.by_spelling[text.casefold()] if name else ():
            if name and not names.are_told_apart(person, other) and not _may_be_one(person, other):
                yield Fault(
                    name.at("text"),
                    f"`{text}` is a name of `{person.id}` and of `{other.id}`",
                    note=f"the other stands at {place(other.at(key=True))}",
                    help=f"delete the name, or give it kind: misrendering; if both are called so: not: [{other.id}]",
                    cause=text,
                )


def _may_be_one(person: Participant, other: Participant) -> bool:
    """Say whether two records are of one person, or may be, as people-alike says."""
    return person is other or bool(names.sounds(person) & names.sounds(other))
