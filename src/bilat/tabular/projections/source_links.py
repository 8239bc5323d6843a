"""One row a document that rests on another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, above, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus

TRACE = {"source": above(2), "target": field("source"), "how": field("how")}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each relay of each source."""
    for source in corpus.sources.values():
        for relay in source.relays:
            yield Row({"source": source.id, "target": relay.source, "how": relay.how}, relay)
