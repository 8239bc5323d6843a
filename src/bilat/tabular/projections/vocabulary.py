"""One row a term of a vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat import contract
from bilat.tabular.table import Row, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {"vocabulary": itself(), "term": itself(), "title": itself(), "definition": itself()}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each term of each vocabulary in schemas/vocabularies."""
    for vocabulary in contract.vocabularies().values():
        for term in vocabulary.terms:
            cells: dict[str, Cell] = {
                "vocabulary": vocabulary.name,
                "term": term.term,
                "title": term.title,
                "definition": term.description,
            }
            yield Row(cells, None)
