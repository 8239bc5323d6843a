"""What a claim may rest on, and how many of several claims rest on nothing in common.

Two outlets that retell one newspaper are one origin. What an outlet writes in its own words may rest on any document
behind it, so its claim has all their publishers as origins; a named voice is its own origin, and an official in office
is the organ that speaks through the official.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bilat.corpus.index import Index
    from bilat.corpus.voices import Speaker


def closure(
    index: Index, speaker: Speaker, behind: Mapping[str, int], source: str | None, heard: str
) -> frozenset[str]:
    """Return everything that a claim by this speaker, in documents with these behind them, may rest on.

    `heard` is the document in which an anonymous voice was first heard: the same words elsewhere are another voice.
    """
    if speaker.kind in ("participant", "organization"):
        return frozenset({speaker.body or speaker.id or ""})
    if speaker.kind == "publisher" and speaker.id != _publisher(index, source):
        return frozenset({speaker.id or ""})
    publishers = {found for id_ in behind if (found := _publisher(index, id_))}
    if speaker.kind == "anonymous":
        named = {f"{heard}#{speaker.words}", *([speaker.body] if speaker.body else [])}
        return frozenset(publishers | named)
    return frozenset(publishers)


def independent(closures: Iterable[frozenset[str]]) -> int:
    """Return how many of the claims rest on nothing in common: the largest set of disjoint closures.

    >>> independent([frozenset({"nyt"}), frozenset({"nyt", "dw"}), frozenset({"tass"})])
    2
    """
    return _most(_minimal({found for found in closures if found}))


def _minimal(closures: set[frozenset[str]]) -> list[frozenset[str]]:
    """Drop closures that hold another one: whatever is disjoint from them is disjoint from that one too."""
    return sorted((c for c in closures if not any(other < c for other in closures)), key=lambda c: (len(c), sorted(c)))


def _most(closures: list[frozenset[str]]) -> int:
    if not closures:
        return 0
    first, rest = closures[0], closures[1:]
    with_first = 1 + _most([other for other in rest if not other & first])
    clashes = [other for other in rest if other & first]
    return with_first if len(clashes) <= 1 else max(with_first, _most(rest))


def _publisher(index: Index, source: str | None) -> str | None:
    """Return who answers for a document: the organ if its publisher is one, else the publisher."""
    record = index.sources.get(source or "")
    publisher = index.publishers.get(record.publisher) if record else None
    return (publisher.organization or publisher.id) if publisher else None
