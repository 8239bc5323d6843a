"""One row a leader of a series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus

TRACE = {"meeting": itself(), "side": field("led_by"), "participant": field("led_by")}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each person whom led_by names."""
    for meeting in corpus.meetings.values():
        for side, people in meeting.led_by.items():
            for person in people:
                yield Row({"meeting": meeting.id, "side": side, "participant": person}, meeting)
