"""One row a person who is credited for a meeting record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.records.model import CREDITED
from bilat.tabular.table import Row, above, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus

TRACE = {"record": above(2), "credit": above(1), "number": itself(), "name": itself()}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each person under contributors and reviewed_by."""
    for meeting in corpus.meetings.values():
        for credit, names in meeting.credits.items():
            for number, name in enumerate(names):
                part = meeting.below((*meeting.pointer, CREDITED[credit], number))
                yield Row({"record": meeting.id, "credit": credit, "number": number + 1, "name": name}, part)
