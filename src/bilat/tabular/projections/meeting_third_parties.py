"""One row a third party of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, above, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {
    "meeting": above(2),
    "party": itself(key=True),
    "organization": itself(key=True),
    "participant": itself(key=True),
    "role": itself(),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each state, organization or person under third."""
    for meeting in corpus.meetings.values():
        for party, role in meeting.third.items():
            cells: dict[str, Cell] = {
                "meeting": meeting.id,
                "party": party,
                "organization": party if party in corpus.organizations else None,
                "participant": party if party in corpus.participants else None,
                "role": role,
            }
            yield Row(cells, meeting.below((*meeting.pointer, "third", party)))
