"""One row a leader of a series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, above, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus

TRACE = {"meeting": above(3), "side": above(1, key=True), "participant": itself()}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each person whom led_by names."""
    for meeting in corpus.meetings.values():
        for side, people in meeting.led_by.items():
            for number, person in enumerate(people):
                part = meeting.below((*meeting.pointer, "led_by", side, number))
                yield Row({"meeting": meeting.id, "side": side, "participant": person}, part)
