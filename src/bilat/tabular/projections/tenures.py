"""One row a statement by a source that a person held a post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, above, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {
    "participant": above(2),
    "number": field("position"),
    "position": field("position"),
    "held_from": field("from"),
    "held_until": field("until"),
    "attested": field("attested"),
    "date_start": field("from"),
    "date_end": field("until"),
    "acting": field("acting"),
    "source": field("source"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each tenure of each participant."""
    for person in corpus.participants.values():
        for number, tenure in enumerate(person.tenures, 1):
            cells: dict[str, Cell] = {
                "participant": person.id,
                "number": number,
                "position": tenure.position,
                "held_from": tenure.start.text if tenure.start else None,
                "held_until": tenure.end.text if tenure.end else None,
                "attested": tenure.attested.text if tenure.attested else None,
                "date_start": tenure.start.earliest if tenure.start else None,
                "date_end": tenure.end.latest if tenure.end else None,
                "acting": tenure.acting,
                "source": tenure.source,
            }
            yield Row(cells, tenure)
