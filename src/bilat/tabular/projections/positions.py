"""One row a post in an organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, above, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {
    "id": itself(key=True),
    "organization": above(2),
    "title": field("title"),
    "native_title": field("native"),
    "tier": field("tier"),
    "head": field("head"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each position of each organization."""
    for post in corpus.positions.values():
        cells: dict[str, Cell] = {
            "id": post.id,
            "organization": post.organization,
            "title": post.title,
            "native_title": post.native,
            "tier": post.tier,
            "head": post.head,
        }
        yield Row(cells, post)
