"""Whose word an outcome or a statement is: the sides that affirm it officially, and the one voice that says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilat.corpus.claims import Claim

BOTH: Final = "both"


def by_side(claims: Iterable[Claim], path: str) -> str | None:
    """Return the side whose official voices affirm what stands at the path, both, or None where none does."""
    sides = {claim.speaker.side for claim in _affirming(claims, path) if claim.speaker.official and claim.speaker.side}
    return BOTH if len(sides) > 1 else next(iter(sides), None)


def by_one(claims: Iterable[Claim], path: str) -> str | None:
    """Return the person, body or outlet that alone affirms what stands at the path; None for several or nobody named.

    Bodies that speak through their officials count as one with them.
    """
    voices = {(claim.speaker.body or claim.speaker.id, claim.speaker.id) for claim in _affirming(claims, path)}
    named = {id_ for _, id_ in voices}
    if len({body for body, _ in voices}) != 1:
        return None
    return next(iter(named)) if len(named) == 1 else next(iter({body for body, _ in voices}))


def _affirming(claims: Iterable[Claim], path: str) -> Iterator[Claim]:
    return (claim for claim in claims if claim.path.text == path and claim.stance == "asserts" and not claim.is_ours)
