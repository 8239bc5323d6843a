"""# retired-id (R06)

## What it does
Reports an id of retired.yaml that a record has again, or that something still refers to.

## Why it matters
Whoever cited the id meant what it once named; used again it would name something else, and nobody would notice.

## Example
```yaml bad retired.yaml R06:1
harbour-pier: {successor: harbour-quay}
harbour-quay: {because: It was Harbour Hall under another name.}
```
```text
`harbour-quay` is retired
```

## Use instead
The successor is a record that there is:
```yaml good retired.yaml
harbour-pier: {successor: harbour-hall}
harbour-quay: {successor: harbour-hall}
```

## Near miss
An id may be retired without a successor, if nothing refers to it any more:
```yaml near-miss retired.yaml
harbour-quay: {because: No such place was ever found.}
```

## Known limits
Whatever else has no record is reported by unknown-record, a misspelt successor too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import references
from bilat.records.model import Record
from bilat.rules.rule import Fault, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Note, Retirement


@rule("R06", over="referring")
def check(record: Record | Note, corpus: Corpus) -> Iterator[Fault]:
    """Look up the record's own id and each that it refers to among those that are retired."""
    if isinstance(record, Record) and (old := corpus.retired.get(record.id)):
        yield Fault(
            record.at(key=True),
            f"the id `{record.id}` is retired",
            note=f"{_why(old)}; a retired id names nothing else, ever",
            help="choose another id for this record; if it was retired by mistake, delete it from retired.yaml",
            field=record.id,
        )
    for reference in references.of(record):
        if found := references.retired(corpus, reference):
            yield Fault(
                reference.where,
                f"`{found.id}` is retired",
                note=_why(found),
                help=_advice(found),
                field=reference.field,
                cause=found.id,
            )


def _why(old: Retirement) -> str:
    reason = f": {old.because}" if old.because else ""
    return f"{place(old.at(key=True))} retires it{reason}".rstrip(".")


def _advice(old: Retirement) -> str:
    return f"write `{old.successor}` instead" if old.successor else "delete the reference, or name another record"
