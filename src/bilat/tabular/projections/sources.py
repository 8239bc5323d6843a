"""One row a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {
    "id": itself(),
    "title": field("title"),
    "publisher": field("publisher"),
    "kind": field("kind"),
    "lang": field("lang"),
    "published": field("published"),
    "published_start": field("published"),
    "published_end": field("published"),
    "url": field("url"),
    "archived": field("archived"),
    "seen_on": field("seen", "on"),
    "seen_text": field("seen", "text"),
    "translation": field("translation"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each source record."""
    for source in corpus.sources.values():
        cells: dict[str, Cell] = {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "kind": source.kind,
            "lang": source.lang,
            "published": source.published.text if source.published else None,
            "published_start": source.published.earliest if source.published else None,
            "published_end": source.published.latest if source.published else None,
            "url": source.url,
            "archived": source.archived,
            "seen_on": source.seen_on.earliest if source.seen_on else None,
            "seen_text": source.seen_text,
            "translation": source.translation,
        }
        yield Row(cells, source)
