"""Two independent first drafts of one record, compared claim by claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilat.corpus.claims import Claim

What = tuple[str, str | None, str, str]


class Comparison(Frozen):
    """What two drafts of one record claim: what both do, and what only one does, in the order of the drafts."""

    both: tuple[What, ...]
    only_a: tuple[What, ...]
    only_b: tuple[What, ...]

    @property
    def agreement(self) -> float:
        """The share of claims that stand in both drafts, of those that stand in either; 1 if there are none."""
        either = len(self.both) + len(self.only_a) + len(self.only_b)
        return len(self.both) / either if either else 1.0


def what(claim: Claim) -> What:
    """Return what makes two claims of different drafts the same: path, value, stance and voice."""
    return (claim.path.text, claim.value, claim.stance, voice(claim))


def voice(claim: Claim) -> str:
    """Name the voice of a claim in one word; two anonymous voices of one side are taken for the same."""
    speaker = claim.speaker
    return speaker.id or ("coder" if claim.is_ours else f"anonymous {speaker.side or ''}".strip())


def compare(first: Sequence[Claim], second: Sequence[Claim]) -> Comparison:
    """Compare the claims of two drafts."""
    a, b = _once(first), _once(second)
    return Comparison(
        tuple(found for found in a if found in b),
        tuple(found for found in a if found not in b),
        tuple(found for found in b if found not in a),
    )


def _once(claims: Iterable[Claim]) -> dict[What, None]:
    return dict.fromkeys(what(claim) for claim in claims)
