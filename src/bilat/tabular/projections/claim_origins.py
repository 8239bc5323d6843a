"""One row a possible origin of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.projections import claims
from bilat.tabular.table import Row, above, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus

TRACE = {"claim": itself(), "origin": above(2, "source")}
OF_REGISTRY = {"claim": itself(), "origin": field("source")}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for everything that each claim may rest on."""
    for claim in claims.every(corpus):
        for origin in sorted(claim.origins):
            yield Row(
                {"claim": claim.id, "origin": origin}, claim.part, None if claims.is_evidence(claim) else OF_REGISTRY
            )
