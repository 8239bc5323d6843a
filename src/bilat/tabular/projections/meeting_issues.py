"""One row what a voice says of an issue of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus.claims import distinct
from bilat.tabular.table import Row, above, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {
    "claim": itself(),
    "meeting": above(4),
    "issue": itself(key=True),
    "stance": above(1, key=True),
    "mode": field("mode"),
    "raised_by": field("by"),
    "voice_side": above(2, "voice"),
    "attribution": above(2, "voice"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each claim about an issue."""
    for id_, claims in corpus.claims.items():
        for claim in distinct(claims):
            if claim.path.field == "issues":
                cells: dict[str, Cell] = {
                    "claim": claim.id,
                    "meeting": id_,
                    "issue": claim.path.id,
                    "stance": claim.stance,
                    "mode": claim.value,
                    "raised_by": claim.raised_by,
                    "voice_side": claim.speaker.side,
                    "attribution": claim.speaker.attribution,
                }
                yield Row(cells, claim.part)
