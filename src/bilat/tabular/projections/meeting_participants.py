"""One row a person or unnamed group at a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, above, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.corpus.facts import Attendee
    from bilat.tabular.table import Cell

TRACE = {
    "meeting": above(3),
    "side": above(1, key=True),
    "entry": itself(key=True),
    "participant": itself(key=True),
    "unnamed": field("unnamed"),
    "n": field("n"),
    "role": field("role"),
    "capacity": field("capacity"),
    "position": field("as"),
    "tier": field("as"),
    "acting": field("acting"),
    "on_behalf_of": field("on_behalf_of"),
    "attendance": itself(key=True),
    "inherited_from": itself(key=True),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each attendee, those inherited from sessions included."""
    for meeting in corpus.meetings.values():
        for person in corpus.facts[meeting.id].attendees:
            yield _row(meeting.id, person)


def _row(meeting: str, person: Attendee) -> Row:
    entry = person.entry
    cells: dict[str, Cell] = {
        "meeting": meeting,
        "side": entry.side,
        "entry": entry.id,
        "participant": person.person,
        "unnamed": entry.unnamed,
        "n": entry.n,
        "role": person.role,
        "capacity": entry.capacity,
        "position": person.position,
        "tier": person.tier,
        "acting": entry.acting,
        "on_behalf_of": entry.on_behalf_of,
        "attendance": person.attendance,
        "inherited_from": person.inherited_from,
    }
    return Row(cells, entry)
