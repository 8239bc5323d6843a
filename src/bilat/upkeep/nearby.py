"""Which records a name may mean: those with all its words in id or name, then those of which it may be a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat import suggest
from bilat.corpus import references
from bilat.upkeep import proposal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilat.corpus.index import Index


def exists(index: Index, kind: str, id_: str) -> bool:
    """Say whether a record of the kind has exactly this id."""
    return id_ in references.candidates(index, kind)


def matches(index: Index, kind: str, text: str) -> list[str]:
    """Return up to three ids of a kind that a text may mean, the likeliest first."""
    named = {id_: [id_, *names(index, id_)] for id_ in references.candidates(index, kind)}
    words = proposal.words_of(text)
    holding = [id_ for id_, known in named.items() if words and _hold(known, words)]
    by_name = {name.lower(): id_ for id_, known in named.items() for name in known}
    slips = [by_name[name] for name in suggest.nearest(text.lower(), by_name)]
    turned = suggest.nearest("-".join([*words[-1:], *words[:-1]]), named) if words else []
    return list(dict.fromkeys([*holding, *slips, *turned]))[: suggest.MOST]


def names(index: Index, id_: str) -> list[str]:
    """Return the names under which a record is known, its own first."""
    if post := index.positions.get(id_):
        body = index.organizations[post.organization]
        return [f"{post.title}, {body.name}", post.title]
    record = index.ids.get(id_)
    own = (getattr(record, field, None) for field in ("name", "label", "title"))
    return [name for name in (*own, *(other.text for other in getattr(record, "names", ()))) if name]


def _hold(known: Iterable[str], words: list[str]) -> bool:
    return any(set(words) <= set(proposal.words_of(name)) for name in known)
