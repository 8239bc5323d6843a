"""One row an author of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, above, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus

TRACE = {"source": above(2), "number": itself(), "author": itself()}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each author of each source."""
    for source in corpus.sources.values():
        for number, author in enumerate(source.authors):
            part = source.below((*source.pointer, "authors", number))
            yield Row({"source": source.id, "number": number + 1, "author": author}, part)
