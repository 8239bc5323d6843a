"""One row a record that is counted in a tally."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, above, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus

TRACE = {"meeting": above(2), "tally": itself(key=True), "member": field("includes")}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each record that each tally includes."""
    for meeting in corpus.meetings.values():
        for tally in meeting.tallies.values():
            for member in tally.includes:
                yield Row({"meeting": meeting.id, "tally": tally.id, "member": member}, tally)
