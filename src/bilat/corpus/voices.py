"""Who speaks in an evidence item, for which side, on which day, and through which documents it reached us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from bilat.corpus import tenures
from bilat.edtf import Days
from bilat.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilat.corpus.index import Index
    from bilat.edtf import Date
    from bilat.records.model import Evidence, Voice

Kind = Literal["participant", "organization", "publisher", "anonymous", "coder"]
SELF: Final = "self"
_CITED: Final = "cites"
_SAME_TEXT: Final = ("republishes", "translates")


class Speaker(Frozen):
    """A voice as resolved: its kind, its id or description, its class, and whether it speaks for a side."""

    kind: Kind
    id: str | None
    words: str | None
    side: str | None
    attribution: str
    official: bool
    body: str | None = None


CODER: Final = Speaker("coder", None, None, None, "coder", official=False)


def speaker(index: Index, item: Evidence) -> Speaker | None:
    """Return who speaks in an item; None if the voice or the source does not exist."""
    if item.voice is None:
        return document(index, original(index, item.source) if item.via is None else item.source)
    if item.voice.anonymous is not None:
        words, side = item.voice.anonymous, item.voice.side
        return Speaker("anonymous", None, words, side, "anonymous", official=False, body=item.voice.of)
    return _named(index, item, item.voice)


def spoke_on(index: Index, item: Evidence) -> Date | None:
    """Return when the voice spoke: as the item says, else when the first dated document of its chain came out."""
    if item.said_on:
        return item.said_on
    return first_dated(index, chain(index, item))


def first_dated(index: Index, documents: Iterable[str]) -> Date | None:
    """Return when the first of some documents that has a date was published."""
    dated = (found.published for id_ in documents if (found := index.sources.get(id_)))
    return next((published for published in dated if published), None)


def chain(index: Index, item: Evidence) -> dict[str, int]:
    """Return the documents behind an item and how many hops away each is, the source itself first."""
    if item.source is None:
        return {}
    if item.via == SELF:
        return {item.source: 0}
    if item.via:
        return {
            item.source: 0,
            **{id_: hops + 1 for id_, hops in behind(index, item.via).items() if id_ != item.source},
        }
    return behind(index, item.source)


def behind(index: Index, source: str) -> dict[str, int]:
    """Return a document and all that it rests on, with the number of hops to each; a loop is walked once."""
    found = {source: 0}
    waiting = [source]
    while waiting:
        here = waiting.pop(0)
        record = index.sources.get(here)
        for relay in record.relays if record else ():
            if relay.source not in found:
                found[relay.source] = found[here] + 1
                waiting.append(relay.source)
    return found


def document(index: Index, source: str | None) -> Speaker | None:
    """Return the voice of a document itself: the organ whose publisher it is, else the outlet."""
    record = index.sources.get(source or "")
    publisher = index.publishers.get(record.publisher) if record else None
    if publisher is None:
        return None
    if publisher.organization:
        return _organization(index, publisher.organization)
    return Speaker("publisher", publisher.id, None, None, "journalist", official=False)


def heard_in(index: Index, source: str | None) -> str:
    """Return the document in which an anonymous voice was first heard: a bare citation does not carry a voice."""
    seen: list[str] = []
    while source is not None and source not in seen:
        seen.append(source)
        record = index.sources.get(source)
        carried = (relay.source for relay in (record.relays if record else ()) if relay.how != _CITED)
        source = next(carried, None)
    return seen[-1] if seen else ""


def original(index: Index, source: str | None) -> str | None:
    """Return the document whose text this one prints: itself, or the end of a line of reprints and translations."""
    seen: set[str] = set()
    while source is not None and source not in seen:
        seen.add(source)
        record = index.sources.get(source)
        same = [relay.source for relay in (record.relays if record else ()) if relay.how in _SAME_TEXT]
        if len(same) != 1 or same[0] not in index.sources:
            return source
        source = same[0]
    return source


def _named(index: Index, item: Evidence, voice: Voice) -> Speaker | None:
    id_ = voice.id or ""
    if id_ in index.participants:
        return _person(index, item, id_)
    if id_ in index.organizations:
        return _organization(index, id_)
    if id_ in index.publishers:
        return Speaker("publisher", id_, None, None, "journalist", official=False)
    return None


def _organization(index: Index, id_: str) -> Speaker:
    side = index.side_of_organization(id_)
    return Speaker("organization", id_, None, side, "named-organization", official=side is not None, body=id_)


def _person(index: Index, item: Evidence, id_: str) -> Speaker:
    """A person speaks for a side only while in its office; a memoir is nobody's official word."""
    source = index.sources.get(item.source or "")
    day = spoke_on(index, item)
    held = tenures.positions_on(index, id_, day.span if day else Days(None, None))
    post = next((found.position for found in held if index.side_of_position(found.position)), None)
    side = index.side_of_position(post)
    official = side is not None and not (source and source.kind == "memoir")
    attribution = "named-official" if official else "named-other"
    body = index.positions[post].organization if post and official else None
    return Speaker("participant", id_, None, side, attribution, official, body)
