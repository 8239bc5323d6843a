"""One row an author of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus

TRACE = {"source": itself(), "number": field("authors"), "author": field("authors")}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each author of each source."""
    for source in corpus.sources.values():
        for number, author in enumerate(source.authors, 1):
            yield Row({"source": source.id, "number": number, "author": author}, source)
