"""# people-alike (X05)

## What it does
Reports two people of one body whose names sound alike, whatever script or romanisation they are written in.

## Why it matters
Another romanisation easily makes a second person of one, who is then missing from half of his meetings.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml X05:15
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
      name: Iwan Roe
      positions:
      - {position: ruritania-ministry/minister, attested: 2021-05-05, source: ruritania-readout}
```
```text
`row-ivan` and `roe-ivan` look like one person
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
Two people who are told apart may be called alike:
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
      name: Iwan Roe
      not: [roe-ivan]
      positions:
      - {position: ruritania-ministry/minister, attested: 2021-05-05, source: ruritania-readout}
```

## Known limits
Names have to sound the same letter by letter once scripts, romanisations and diacritics are levelled; one further
letter makes two people of them. Slips that a source printed are not compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import names
from bilat.rules.rule import Fault, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Participant


@rule("X05", over="participants", whole=True)
def check(person: Participant, corpus: Corpus) -> Iterator[Fault]:
    """Compare a person with those of the same body whose names sound alike; the one of the larger id is reported."""
    alike = {other.id: other for sound in names.sounds(person) for other in corpus.by_sound[sound]}
    for id_, other in sorted(alike.items()):
        if _is_reported(person, other) and not names.are_told_apart(person, other):
            yield Fault(
                person.at(key=True),
                f"`{person.id}` and `{id_}` look like one person",
                note=f"the other stands at {place(other.at(key=True))}; both served in one body",
                help=f"if they are one: bilat retire {person.id} --into {id_}; if not, write here: not: [{id_}]",
                cause=person.id,
            )


def _is_reported(person: Participant, other: Participant) -> bool:
    """A guest under new: is reported rather than a file of its own, else the larger id."""
    return (bool(person.pointer), person.id) > (bool(other.pointer), other.id)
