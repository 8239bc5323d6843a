"""One row a code of a term in another vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat import contract
from bilat.tabular.table import Row, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {"vocabulary": itself(), "term": itself(), "scheme": itself(), "code": itself()}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each outside code of each term in schemas/vocabularies."""
    for vocabulary in contract.vocabularies().values():
        for term in vocabulary.terms:
            for scheme, code in term.codes.items():
                cells: dict[str, Cell] = {
                    "vocabulary": vocabulary.name,
                    "term": term.term,
                    "scheme": scheme,
                    "code": str(code),
                }
                yield Row(cells, None)
