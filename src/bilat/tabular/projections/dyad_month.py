"""One row a month, level, mode and track in which a contact may lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus import contacts, months
from bilat.tabular.table import Row, itself

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bilat.corpus import Corpus
    from bilat.corpus.contacts import Contact
    from bilat.corpus.months import Weight
    from bilat.tabular.table import Cell

    Key = tuple[str, str, str, str]

UNKNOWN = "unknown"
KEY = ("month", "tier_dyad", "mode", "track")
TRACE = dict.fromkeys((*KEY, "n_low", "n", "n_high", "contact_days"), itself())


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each cell in which at least one contact, counted or alleged, may lie."""
    weights: dict[Key, Weight] = {}
    days: dict[Key, set[date]] = {}
    for contact in contacts.possible(corpus):
        for month, weight in contact.by_month.items():
            key = (month, *_channel(contact))
            weights[key] = weights.get(key, months.NOTHING) + weight
            days.setdefault(key, set()).update(_days(contact, month))
    for key, weight in weights.items():
        yield Row(_cells(key, weight, len(days[key])), None)


def _channel(contact: Contact) -> tuple[str, str, str]:
    tier = contact.facts.tier_dyad
    return str(tier) if tier else UNKNOWN, contact.meeting.mode or UNKNOWN, contact.facts.track or UNKNOWN


def _days(contact: Contact, month: str) -> set[date]:
    sure = months.sure_days(contact.meeting.date) if contact.counted else set()
    return {day for day in sure if months.of(day) == month}


def _cells(key: Key, weight: Weight, days: int) -> dict[str, Cell]:
    return {
        **dict(zip(KEY, key, strict=True)),
        "n_low": float(weight.low),
        "n": float(weight.n),
        "n_high": float(weight.high),
        "contact_days": days,
    }
