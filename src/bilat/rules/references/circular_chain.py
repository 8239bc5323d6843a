"""# circular-chain (R04)

## What it does
Reports records that are part of each other, contain each other or rest on each other in a circle.

## Why it matters
Nothing in such a circle is the widest or the first: roll-ups never end, and a report that rests on itself confirms
itself.

## Example
```yaml bad issues/fish.yaml R04:3
label: Fish
definition: Fishing in the waters between the two states.
broader: fish-quotas
```
```text
`fish` leads back to itself: fish → fish-quotas → fish
```

## Use instead
```yaml good issues/fish.yaml
label: Fish
definition: Fishing in the waters between the two states.
```

## Near miss
Many may share what contains them:
```yaml near-miss issues/fish-licences.yaml
label: Fish licences
definition: Who may fish at all.
broader: fish
```

## Known limits
Where circles share a record, mending one may bring the next to light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import cycles
from bilat.records.model import Issue, Meeting, Organization, Place, Source
from bilat.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Part, Record


@rule("R04", over="ids")
def check(record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Follow what leads outwards from a record; a circle is reported where its smallest id is."""
    way = cycles.through(record.id, lambda id_: _next(corpus, record, id_))
    if way and record.id == min(way):
        after = way[1] if len(way) > 1 else record.id
        yield Fault(
            next(part.at(field) for id_, part, field in _links(record) if id_ == after),
            f"`{record.id}` leads back to itself: {' → '.join((*way, record.id))}",
            note="what contains, or what is relayed, is never part of what it contains, nor rests on what relays it",
            help="delete or mend the step of the chain that no source bears out",
        )


def _next(corpus: Corpus, start: Record, id_: str) -> Iterator[str]:
    here = corpus.ids.get(id_)
    if here and type(here) is type(start):
        yield from (found for found, _, _ in _links(here))


def _links(record: Record) -> Iterator[tuple[str, Part, str]]:
    """Yield what a record lies in or rests on, with the part and its field that say so."""
    if isinstance(record, Source):
        yield from ((relay.source, relay, "source") for relay in record.relays)
        return
    for field in ("part_of", "near", "broader"):
        outer = getattr(record, field, None)
        if outer and isinstance(record, Issue | Meeting | Organization | Place):
            yield outer, record, field
