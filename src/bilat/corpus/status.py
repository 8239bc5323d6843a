"""Which statuses the claims about a record admit; its curator picks among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import origins

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilat.corpus.claims import Claim


def admissible(claims: Iterable[Claim]) -> set[str]:
    """Return every status that the claims about `status` allow."""
    about = [claim for claim in claims if claim.path.text == "status" and not claim.is_ours]
    asserted = [claim for claim in about if claim.stance == "asserts"]
    occurred = [claim for claim in asserted if claim.value == "occurred"]
    found = {claim.value for claim in asserted if claim.value in ("proposed", "postponed", "cancelled")}
    if any(claim.value == "planned" and claim.speaker.official for claim in asserted):
        found.add("planned")
    if any(claim.value == "planned" for claim in asserted):
        found.add("proposed")
    if occurred:
        found.add("occurred" if took_place(occurred) else "alleged")
    if _only_denied(about):
        found.add("denied")
    return {status for status in found if status}


def took_place(occurred: Sequence[Claim]) -> bool:
    """Say whether these claims establish that it took place.

    An official voice of either side does, whenever it spoke; so do two independent origins, and a reporter whose
    words rest on nobody else's.
    """
    return (
        any(claim.speaker.official for claim in occurred)
        or any(claim.speaker.kind == "publisher" and claim.hops == 0 for claim in occurred)
        or origins.independent(claim.origins for claim in occurred) >= 2
    )


def _only_denied(about: Iterable[Claim]) -> bool:
    stances = {claim.stance for claim in about if claim.speaker.official or claim.stance == "denies"}
    return stances == {"denies"}
