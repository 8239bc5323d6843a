"""One row a connection between two records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import references
from bilat.tabular.table import Row, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus

TRACE = {"meeting": itself(), "type": itself(key=True), "target": itself()}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each relation of each record, at the place where the record names the other."""
    for meeting in corpus.meetings.values():
        for relation in references.relations(meeting):
            type_ = relation.field.partition(".")[0].replace("_", "-")
            yield Row({"meeting": meeting.id, "type": type_, "target": relation.id}, meeting.below(relation.pointer))
