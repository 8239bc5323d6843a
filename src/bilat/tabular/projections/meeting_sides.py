"""One row a side of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import voices
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
        "readout": side in _read_out(corpus, meeting),
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


def _read_out(corpus: Corpus, meeting: Meeting) -> set[str | None]:
    """Return the sides whose own documents tell of it, be they read themselves or in a reprint or quotation.

    What came out before its first possible day announces it, and is no readout.
    """
    behind = {id_ for item in meeting.evidence for id_ in voices.chain(corpus, item)}
    return {corpus.side_of_source(id_) for id_ in behind if not _announces(corpus, meeting, id_)}


def _announces(corpus: Corpus, meeting: Meeting, id_: str) -> bool:
    source = corpus.sources.get(id_)
    out = source.published.latest if source and source.published else None
    return bool(out and meeting.date.earliest and out < meeting.date.earliest)


def _ground(corpus: Corpus, meeting: Meeting, side: str) -> str | None:
    if meeting.mode in ("phone", "video", "written"):
        return "remote"
    country = corpus.country_of(meeting.place)
    if country is None:
        return None
    owner = corpus.side_of_country.get(country)
    return "neutral" if owner is None else "host" if owner == side else "visitor"
