"""One row a side of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus.facts import LEADING
from bilat.tabular.table import Row, above, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.corpus.facts import Attendee
    from bilat.records.model import Meeting
    from bilat.tabular.table import Cell

TRACE = {
    "meeting": above(2),
    "side": itself(key=True),
    "tier": itself(key=True),
    "ground": above(2, "place"),
    "n_named": itself(key=True),
    "n_reported": field("n"),
    "head": itself(key=True),
    "readout": above(2, "evidence"),
    "confirms": above(2, "evidence"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield two rows for each meeting record, one a side."""
    for meeting in corpus.meetings.values():
        for side in corpus.dataset.sides if corpus.dataset else ():
            yield _row(corpus, meeting, side)


def _row(corpus: Corpus, meeting: Meeting, side: str) -> Row:
    facts = corpus.facts[meeting.id]
    people = [person for person in facts.attendees if person.entry.side == side]
    cells: dict[str, Cell] = {
        "meeting": meeting.id,
        "side": side,
        "tier": facts.tier_by_side.get(side),
        "ground": _ground(corpus, meeting, side),
        "n_named": len([person for person in people if person.person]),
        "n_reported": meeting.sizes.get(side),
        "head": _head(people),
        "readout": any(corpus.side_of_source(item.source) == side for item in meeting.evidence),
        "confirms": side in facts.confirmed_by,
    }
    return Row(cells, meeting.below((*meeting.pointer, "participants", side)))


def _head(people: list[Attendee]) -> str | None:
    """The one leading person; where several share the leading role nobody is picked."""
    for role in LEADING:
        leading = [person for person in people if person.role == role]
        if leading:
            return leading[0].person if len(leading) == 1 else None
    return None


def _ground(corpus: Corpus, meeting: Meeting, side: str) -> str | None:
    if meeting.mode in ("phone", "video", "written"):
        return "remote"
    country = corpus.country_of(meeting.place)
    if country is None:
        return None
    owner = corpus.side_of_country.get(country)
    return "neutral" if owner is None else "host" if owner == side else "visitor"
