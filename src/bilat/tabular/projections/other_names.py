"""One row a further name of an organization, place or issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, above, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {
    "record_kind": above(2),
    "record": above(2),
    "text": field("text"),
    "lang": field("lang"),
    "kind": field("kind"),
    "source": field("source"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each name of each organization, place and issue."""
    for record_kind, records in (
        ("organization", corpus.organizations),
        ("place", corpus.places),
        ("issue", corpus.issues),
    ):
        for record in records.values():
            for name in record.names:
                cells: dict[str, Cell] = {
                    "record_kind": record_kind,
                    "record": record.id,
                    "text": name.text,
                    "lang": name.lang,
                    "kind": name.kind,
                    "source": name.source,
                }
                yield Row(cells, name)
