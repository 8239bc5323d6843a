"""One row a meeting, visit, session or series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import compare
from bilat.tabular.table import Cell, Row, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting

TRACE = {
    "id": itself(),
    "kind": field("kind"),
    "title": field("title"),
    "status": field("status"),
    "date": field("date"),
    "date_start": field("date"),
    "date_end": field("date"),
    "date_means": field("date"),
    "date_precision": field("date"),
    "date_uncertain": field("date"),
    "date_approximate": field("date"),
    "mode": field("mode"),
    "place": field("place"),
    "setting": field("setting"),
    "occasion": field("occasion"),
    "format": field("format"),
    "openness": field("openness"),
    "announced": field("announced"),
    "initiated_by": field("initiated_by"),
    "mandated_by": field("mandated_by"),
    "duration": field("duration"),
    "duration_low": field("duration"),
    "duration_high": field("duration"),
    "part_of": field("part_of"),
    "tier_dyad": field("participants"),
    "track": field("participants"),
    "contact": field("kind"),
    "counted": field("setting"),
    "n_confirming_sides": field("evidence"),
    "n_sources": field("evidence"),
    "n_independent": field("evidence"),
    "contested": field("evidence"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each meeting record, with the facts that follow from it."""
    for meeting in corpus.meetings.values():
        yield Row({**_written(meeting), **_dates(meeting), **_duration(meeting), **_facts(corpus, meeting)}, meeting)


def _written(meeting: Meeting) -> dict[str, Cell]:
    return {
        "id": meeting.id,
        "kind": meeting.kind,
        "title": meeting.title,
        "status": meeting.status,
        "mode": meeting.mode,
        "place": meeting.place,
        "setting": meeting.setting,
        "occasion": meeting.occasion,
        "format": meeting.format,
        "openness": meeting.openness,
        "announced": meeting.announced,
        "initiated_by": meeting.initiated_by,
        "mandated_by": meeting.mandated_by,
        "part_of": meeting.part_of,
    }


def _dates(meeting: Meeting) -> dict[str, Cell]:
    return {
        "date": meeting.date.text,
        "date_start": meeting.date.earliest,
        "date_end": meeting.date.latest,
        "date_means": meeting.date.means,
        "date_precision": meeting.date.precision,
        "date_uncertain": meeting.date.uncertain,
        "date_approximate": meeting.date.approximate,
    }


def _duration(meeting: Meeting) -> dict[str, Cell]:
    low, high = compare.minutes(meeting.duration) if meeting.duration else (None, None)
    return {
        "duration": meeting.duration,
        "duration_low": low,
        "duration_high": None if high == compare.ENDLESS else high,
    }


def _facts(corpus: Corpus, meeting: Meeting) -> dict[str, Cell]:
    facts = corpus.facts[meeting.id]
    return {
        "tier_dyad": facts.tier_dyad,
        "track": facts.track,
        "contact": facts.is_contact,
        "counted": facts.counted,
        "n_confirming_sides": len(facts.confirmed_by),
        "n_sources": facts.n_sources,
        "n_independent": facts.n_independent,
        "contested": bool(facts.contested),
    }
