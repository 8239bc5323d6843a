"""One row an outcome of a record."""

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
    "actor": field("by"),
    "addressee": field("to"),
    "issue": field("issue"),
    "text": field("text"),
    "affirmed_by": itself(key=True),
    "speaker": itself(key=True),
    "date": field("date"),
    "due": field("due"),
    "fulfilled": field("fulfilled"),
    "question": field("question"),
    "contested": itself(key=True),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each outcome."""
    for meeting in corpus.meetings.values():
        contested = corpus.facts[meeting.id].contested
        claims = corpus.claims[meeting.id]
        for outcome in meeting.outcomes.values():
            path = f"outcomes.{outcome.id}"
            cells: dict[str, Cell] = {
                "meeting": meeting.id,
                "id": outcome.id,
                "type": outcome.type,
                "actor": outcome.by,
                "addressee": outcome.to,
                "issue": outcome.issue,
                "text": outcome.text,
                "affirmed_by": affirmed.by_side(claims, path),
                "speaker": affirmed.by_one(claims, path),
                "date": outcome.date.text if outcome.date else None,
                "due": outcome.due.text if outcome.due else None,
                "fulfilled": outcome.fulfilled,
                "question": outcome.question,
                "contested": any(found == path or found.startswith(f"{path}.") for found in contested),
            }
            yield Row(cells, outcome)
