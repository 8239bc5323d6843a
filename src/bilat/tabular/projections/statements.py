"""One row a statement of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import affirmed
from bilat.tabular.table import Row, above, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {
    "meeting": above(2),
    "id": itself(key=True),
    "type": field("type"),
    "issue": field("issue"),
    "valence": field("valence"),
    "text": field("text"),
    "affirmed_by": itself(key=True),
    "speaker": itself(key=True),
    "about": field("about"),
    "question": field("question"),
    "contested": itself(key=True),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each statement."""
    for meeting in corpus.meetings.values():
        contested = corpus.facts[meeting.id].contested
        claims = corpus.claims[meeting.id]
        for statement in meeting.statements.values():
            path = f"statements.{statement.id}"
            cells: dict[str, Cell] = {
                "meeting": meeting.id,
                "id": statement.id,
                "type": statement.type,
                "issue": statement.issue,
                "valence": statement.valence,
                "text": statement.text,
                "affirmed_by": affirmed.by_side(claims, path),
                "speaker": affirmed.by_one(claims, path),
                "about": statement.about.text if statement.about else None,
                "question": statement.question,
                "contested": any(found == path or found.startswith(f"{path}.") for found in contested),
            }
            yield Row(cells, statement)
