"""What of a published count is in the dataset: which records fit it, surely or possibly, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Meeting, Tally

_REMOTE: Final = ("phone", "video", "written", "via-intermediary")
_CALLS: Final = ("phone", "video")


class Check(Frozen):
    """A tally beside the dataset: the record it is confined to, how many fit surely and possibly, and what follows."""

    within: str | None
    surely: int
    possibly: int
    missing: int
    verdict: str


def check(corpus: Corpus, meeting: Meeting, tally: Tally) -> Check:
    """Compare a tally of a record with the dataset.

    Whatever may be among those counted is held to be, so that what is missing is missing at least. Surely counted is
    only what the voice names or what belongs to the record: nobody knows what else "three meetings" were.
    """
    scope, own = within(meeting, tally), _members(corpus, meeting)
    found = [record for record in _of_unit(corpus, tally) if scope is None or record.id in own]
    surely = [r for r in found if r.id in tally.includes or (r.id in own and _fits(corpus, tally, r))]
    possibly = [r for r in found if r.id in tally.includes or _may_fit(corpus, tally, r)]
    missing = 0 if tally.comparator == "at-most" else max(tally.n - len(possibly), 0)
    return Check(scope, len(surely), len(possibly), missing, _verdict(tally, len(surely), missing))


def within(meeting: Meeting, tally: Tally) -> str | None:
    """Return the record of which alone parts or members count: a series for its rounds, a visit for what it held."""
    is_of_the_record = tally.unit == "round" or (meeting.kind == "visit" and tally.unit != "visit")
    return meeting.id if is_of_the_record else None


def _verdict(tally: Tally, surely: int, missing: int) -> str:
    if missing:
        return "short"
    return "exceeded" if tally.comparator != "at-least" and surely > tally.n else "met"


def _of_unit(corpus: Corpus, tally: Tally) -> Iterator[Meeting]:
    """Yield the records of the kind that a tally counts."""
    settings = corpus.dataset.counted_settings if corpus.dataset else ()
    for id_, record in corpus.meetings.items():
        facts = corpus.facts[id_]
        if tally.unit == "visit":
            fits = record.kind == "visit" and record.status == "occurred" and record.setting in settings
        else:
            fits = facts.is_contact if tally.unit == "round" else facts.counted and _by_channel(tally.unit, record)
        if fits:
            yield record


def _by_channel(unit: str, record: Meeting) -> bool:
    """A visit inside which no meeting is known stands for one in person."""
    if unit == "meeting":
        return record.mode == "in-person" or record.kind == "visit"
    return record.mode in _CALLS if unit == "call" else True


def _members(corpus: Corpus, meeting: Meeting) -> set[str]:
    """Return the members of a series, or the parts of a visit."""
    return {
        id_
        for id_, record in corpus.meetings.items()
        if meeting.id in (record.part_of, *record.relations.get("in_series", ()))
    }


def _fits(corpus: Corpus, tally: Tally, record: Meeting) -> bool:
    """Say whether a record lies in the window, place and rank of the count, however its date turns out."""
    rank = _rank(corpus, tally, record)
    return (
        tally.window.span.covers(record.date.span)
        and (tally.place is None or _inside(corpus, record.place, tally.place))
        and (tally.tier is None or (rank is not None and rank <= tally.tier))
        and _travelled(corpus, tally, record)
    )


def _may_fit(corpus: Corpus, tally: Tally, record: Meeting) -> bool:
    """Say whether a record can be of the count, as far as its date, place and rank are known."""
    rank = _rank(corpus, tally, record)
    return (
        tally.window.span.touches(record.date.span)
        and (tally.place is None or _may_be_at(corpus, record, tally.place))
        and (tally.tier is None or rank is None or rank <= tally.tier)
        and _travelled(corpus, tally, record)
    )


def _may_be_at(corpus: Corpus, record: Meeting, place: str) -> bool:
    """A place that is known only as part of something wider may be this one; what was remote had none."""
    if record.place is None:
        return record.mode not in _REMOTE
    return _inside(corpus, record.place, place) or _inside(corpus, place, record.place)


def _inside(corpus: Corpus, inner: str | None, outer: str) -> bool:
    if inner is None:
        return False
    found = corpus.places.get(outer)
    is_its_country = found and found.type == "country" and found.country == corpus.country_of(inner)
    return inner == outer or outer in corpus.around(inner) or bool(is_its_country)


def _travelled(corpus: Corpus, tally: Tally, record: Meeting) -> bool:
    """Say whether somebody of the side that the count names took part, and not on the side's own ground."""
    if tally.side is None:
        return True
    country = corpus.country_of(record.place)
    is_at_home = country is not None and corpus.side_of_country.get(country) == tally.side
    return bool(record.participants.get(tally.side)) and not is_at_home


def _rank(corpus: Corpus, tally: Tally, record: Meeting) -> int | None:
    """Return the rank that the count looks at: of the side it names, of those who travelled, or of both sides."""
    facts = corpus.facts[record.id]
    if tally.side:
        return facts.tier_by_side.get(tally.side)
    return min(facts.tier_by_side.values(), default=None) if record.kind == "visit" else facts.tier_dyad
