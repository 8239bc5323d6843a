"""# duplicate-address (X02)

## What it does
Reports a source whose address another source has too, the same or in another form.

## Why it matters
One document under two ids looks like two documents, and what it says is counted twice.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml X02:20
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: herald-call
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
- source: herald-talk
  says: {mode: phone}
new:
  sources:
    herald-call: {title: A call, publisher: gazette, kind: press-report, lang: en, seen: {text: whole},
      url: 'https://example.org/call'}
    herald-talk: {title: A call, publisher: gazette, kind: press-report, lang: en, seen: {text: whole},
      url: 'http://www.example.org/call/?utm_source=feed'}
```
```text
`herald-talk` has the address of `herald-call`
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
- source: herald-call
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
new:
  sources:
    herald-call: {title: A call, publisher: gazette, kind: press-report, lang: en, seen: {text: whole},
      url: 'https://example.org/call'}
```

## Near miss
Two pages of one site may differ in a parameter alone:
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
- source: herald-call
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
- source: herald-talk
  says: {mode: phone}
new:
  sources:
    herald-call: {title: A call, publisher: gazette, kind: press-report, lang: en, seen: {text: whole},
      url: 'https://example.org/?p=7'}
    herald-talk: {title: A talk, publisher: gazette, kind: press-report, lang: en, seen: {text: whole},
      url: 'https://example.org/?p=8'}
```

## When it is right
If a page was rewritten and both texts were read; in the source itself:
```
accept:
- {rule: X02, because: the page was rewritten on the next day, and both texts were read}
```

## Known limits
Addresses are compared without scheme, www, default port, fragment, tracking, slashes at the end and the prefix of a web
archive. One page at two addresses that differ in more is not seen, nor whether two texts stood at one address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import addresses
from bilat.findings import Severity
from bilat.rules.rule import Fault, accepting, place, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Source


@rule("X02", over="sources", severity=Severity.WARNING, whole=True)
def check(source: Source, corpus: Corpus) -> Iterator[Fault]:
    """Compare the source with the first, by id, at each of its addresses."""
    for field in ("url", "archived"):
        address = getattr(source, field)
        first = corpus.sources_at[addresses.key(address)][0] if address else source
        if first is not source:
            yield Fault(
                source.at(field),
                f"`{source.id}` has the address of `{first.id}`",
                note=f"the other stands at {place(first.at(key=True))}",
                help=f"if both are one document: bilat retire {source.id} --into {first.id}; if not, in this record: "
                f"{accepting('X02')}",
                field=field,
                cause=source.id,
            )
