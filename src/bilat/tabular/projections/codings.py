"""One row a claim of a first draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import drafts
from bilat.tabular.table import Row, above, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {
    "record": itself(),
    "draft": itself(),
    "number": itself(),
    "path": itself(key=True),
    "value": itself(),
    "stance": above(1, key=True),
    "source": above(2, "source"),
    "voice": above(2, "voice"),
    "in_both": itself(),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each claim of each draft, and whether the other draft has it too."""
    for (record, draft), claims in corpus.draft_claims.items():
        other = {drafts.what(claim) for claim in corpus.draft_claims.get((record, "b" if draft == "a" else "a"), ())}
        for number, claim in enumerate(claims, 1):
            cells: dict[str, Cell] = {
                "record": record,
                "draft": draft,
                "number": number,
                "path": claim.path.text,
                "value": claim.value,
                "stance": claim.stance,
                "source": claim.source,
                "voice": drafts.voice(claim),
                "in_both": drafts.what(claim) in other,
            }
            yield Row(cells, claim.part)
