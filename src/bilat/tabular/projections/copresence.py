"""One row a pair of named people who were in counted contacts together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import contacts
from bilat.tabular.table import Row, itself

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting
    from bilat.tabular.table import Cell

TRACE = dict.fromkeys(("person_a", "person_b", "same_side", "n_contacts", "date_first", "date_last"), itself())


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each pair, once for one side and once across if they were both."""
    met: dict[tuple[str, str, bool], list[Meeting]] = {}
    for contact in contacts.counted(corpus):
        for pair in contacts.pairs(contacts.rooms(corpus, contact.meeting)):
            met.setdefault(pair, []).append(contact.meeting)
    for (one, other, same_side), meetings in met.items():
        yield Row({"person_a": one, "person_b": other, "same_side": same_side, **_span(meetings)}, None)


def _span(meetings: Sequence[Meeting]) -> dict[str, Cell]:
    """An open start or end of one contact leaves the first or last day of them all open."""
    firsts = [meeting.date.earliest for meeting in meetings]
    lasts = [meeting.date.latest for meeting in meetings]
    return {
        "n_contacts": len(meetings),
        "date_first": None if None in firsts else min(day for day in firsts if day),
        "date_last": None if None in lasts else max(day for day in lasts if day),
    }
