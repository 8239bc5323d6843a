"""One row a value of a record of which somebody speaks, or a question that it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import agreement
from bilat.tabular.table import Row, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.corpus.agreement import Agreement
    from bilat.tabular.table import Cell

_RELATIONS = {
    "n_agree": "agrees",
    "n_less_precise": "less-precise",
    "n_more_precise": "more-precise",
    "n_differ": "differs",
}
_STANCES = {"n_deny": "denies", "n_decline": "declines", "n_omit": "omits"}
_OTHERS = ("meeting", "path", "preferred", "n_claims", "n_values", "n_independent", "contested")
TRACE = dict.fromkeys((*_OTHERS, *_RELATIONS, *_STANCES), itself(key=True))


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each value and question of each meeting record, at the first claim about it."""
    for meeting in corpus.meetings.values():
        for found in agreement.of(corpus, meeting):
            yield Row({"meeting": meeting.id, **_cells(found)}, found.part)


def _cells(found: Agreement) -> dict[str, Cell]:
    return {
        "path": found.path,
        "preferred": found.preferred,
        "n_claims": len(found.claims),
        "n_values": len(found.values),
        **{column: found.relations.get(relation, 0) for column, relation in _RELATIONS.items()},
        **{column: found.taking(stance) for column, stance in _STANCES.items()},
        "n_independent": found.n_independent,
        "contested": found.contested,
    }
