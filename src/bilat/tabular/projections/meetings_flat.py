"""One row a counted contact, with people and issues in one cell each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import contacts
from bilat.tabular.table import Row, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.corpus.contacts import Contact
    from bilat.corpus.facts import Attendee
    from bilat.tabular.table import Cell

TRACE = {
    "id": itself(),
    "title": field("title"),
    "date_start": field("date"),
    "date_end": field("date"),
    "date_precision": field("date"),
    "mode": field("mode"),
    "place": field("place"),
    "country": field("place"),
    "setting": field("setting"),
    "tier_dyad": field("participants"),
    "track": field("participants"),
    "side_1": field("participants"),
    "side_1_people": field("participants"),
    "side_2": field("participants"),
    "side_2_people": field("participants"),
    "issues": field("issues"),
    "initiated_by": field("initiated_by"),
    "n_confirming_sides": field("evidence"),
    "n_independent": field("evidence"),
    "contested": field("evidence"),
    "source_title": field("evidence"),
    "source_url": field("evidence"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each counted contact."""
    for contact in contacts.counted(corpus):
        cells = {**_written(corpus, contact), **_people(corpus, contact), **_support(corpus, contact)}
        yield Row(cells, contact.meeting)


def _written(corpus: Corpus, contact: Contact) -> dict[str, Cell]:
    meeting = contact.meeting
    place = corpus.places.get(meeting.place or "")
    return {
        "id": meeting.id,
        "title": meeting.title,
        "date_start": meeting.date.earliest,
        "date_end": meeting.date.latest,
        "date_precision": meeting.date.precision,
        "mode": meeting.mode,
        "place": place.name if place else None,
        "country": corpus.country_of(meeting.place),
        "setting": meeting.setting,
        "issues": _joined(sorted(_label(corpus, issue) for issue in contacts.talked_of(corpus, meeting))),
        "initiated_by": meeting.initiated_by,
    }


def _people(corpus: Corpus, contact: Contact) -> dict[str, Cell]:
    cells: dict[str, Cell] = {"tier_dyad": contact.facts.tier_dyad, "track": contact.facts.track}
    there = contacts.present(contact.facts)
    for number, side in enumerate(corpus.dataset.sides if corpus.dataset else (), 1):
        cells[f"side_{number}"] = side
        cells[f"side_{number}_people"] = _joined(
            [_named(corpus, person) for person in there if person.entry.side == side]
        )
    return cells


def _support(corpus: Corpus, contact: Contact) -> dict[str, Cell]:
    cited = (corpus.sources.get(item.source or "") for item in contact.meeting.evidence)
    first = next((source for source in cited if source and source.url), None)
    return {
        "n_confirming_sides": len(contact.facts.confirmed_by),
        "n_independent": contact.facts.n_independent,
        "contested": bool(contact.facts.contested),
        "source_title": first.title if first else None,
        "source_url": first.url if first else None,
    }


def _named(corpus: Corpus, person: Attendee) -> str:
    """Return a person as name and office, or an unnamed entry in the words of its source."""
    record = corpus.participants.get(person.person or "")
    post = corpus.positions.get(person.position or "")
    name = record.name if record else person.entry.unnamed or person.entry.id
    return f"{name} ({post.title})" if post else name


def _label(corpus: Corpus, issue: str) -> str:
    found = corpus.issues.get(issue)
    return found.label if found else issue


def _joined(parts: list[str]) -> str | None:
    return "; ".join(parts) or None
