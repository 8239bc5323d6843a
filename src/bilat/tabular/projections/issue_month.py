"""One row an issue and a month in which a contact that dealt with it may lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import contacts
from bilat.corpus.contacts import total
from bilat.tabular.table import Row, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.corpus.months import Weight
    from bilat.tabular.table import Cell

    Share = tuple[Weight, set[str | None]]

COUNTS = ("n_low", "n", "n_high", "by_side_1", "by_side_2", "by_both", "by_neither")
TRACE = dict.fromkeys(("month", "issue", "side_1", "side_2", *COUNTS), itself())


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each issue, wider concepts included, and month."""
    sides = tuple(corpus.dataset.sides) if corpus.dataset else ()
    found: dict[tuple[str, str], list[Share]] = {}
    for contact in contacts.possible(corpus):
        issues = contacts.with_ancestors(corpus, contacts.talked_of(corpus, contact.meeting))
        for month, weight in contact.by_month.items():
            for issue, voices in issues.items():
                found.setdefault((month, issue), []).append((weight, voices))
    for (month, issue), shares in found.items():
        named = {f"side_{number}": side for number, side in enumerate(sides, 1)}
        yield Row({"month": month, "issue": issue, **named, **_counts(shares, sides)}, None)


def _counts(shares: list[Share], sides: tuple[str, ...]) -> dict[str, Cell]:
    counted = [(weight.n, voices.intersection(sides)) for weight, voices in shares]
    by_side = [total(n for n, said in counted if side in said) for side in sides]
    return {
        "n_low": total(weight.low for weight, _ in shares),
        "n": total(n for n, _ in counted),
        "n_high": total(weight.high for weight, _ in shares),
        **{f"by_side_{number}": found for number, found in enumerate(by_side, 1)},
        "by_both": total(n for n, said in counted if len(said) == 2),
        "by_neither": total(n for n, said in counted if not said),
    }
