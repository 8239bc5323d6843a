"""One row a further name of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, above, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {
    "participant": above(2),
    "text": field("text"),
    "lang": field("lang"),
    "kind": field("kind"),
    "source": field("source"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each name of each participant."""
    for person in corpus.participants.values():
        for name in person.names:
            cells: dict[str, Cell] = {
                "participant": person.id,
                "text": name.text,
                "lang": name.lang,
                "kind": name.kind,
                "source": name.source,
            }
            yield Row(cells, name)
