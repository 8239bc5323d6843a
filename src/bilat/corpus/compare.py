"""How a value that somebody states stands to another one: the same, less precise, more precise, or different."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat import edtf

if TYPE_CHECKING:
    from bilat.corpus.index import Index
    from bilat.corpus.paths import Path
    from bilat.edtf import Relation

_DATES: Final = {"date", "start", "end", "due", "about", "window", "from", "until", "attested"}
# An alleged encounter is one of which too few say that it occurred: whoever says so agrees with the record.
_SAME: Final = {("status", "occurred", "alleged")}
_STAGE: Final = {"proposed": 0, "planned": 1}
_LAST: Final = 2
ENDLESS: Final = 10**6


def relation(index: Index, path: Path, claimed: str, preferred: str) -> Relation:
    """Say how a claimed value stands to the preferred one, by what the path is about."""
    kind = path.part or path.field
    if claimed == preferred or kind == "issues" or (kind, claimed, preferred) in _SAME:
        return "agrees"
    if kind == "status":
        return _stages(claimed, preferred)
    if kind in _DATES:
        return edtf.compare(date_of(claimed), date_of(preferred))
    if kind == "place":
        return _places(index, claimed, preferred)
    if kind == "duration":
        return "agrees" if _overlap(minutes(claimed), minutes(preferred)) else "differs"
    return "differs"


def date_of(text: str) -> edtf.Date:
    """Read a date back from the text that claims keep, in which a set stands in brackets."""
    return edtf.parse(text[1:-1].split(",") if text.startswith("[") else text)


def minutes(text: str) -> tuple[int, int]:
    """Return the bounds of a duration in minutes.

    >>> minutes("../179")
    (0, 179)
    """
    low, slash, high = text.partition("/")
    return (0 if low == ".." else int(low), ENDLESS if high == ".." else int(high) if slash else int(low))


def _stages(claimed: str, preferred: str) -> Relation:
    """An encounter is proposed, then planned, then occurs or does not: who spoke earlier knew less, and is no rival."""
    stage, other = _STAGE.get(claimed, _LAST), _STAGE.get(preferred, _LAST)
    if stage == other:
        return "differs"
    return "less-precise" if stage < other else "more-precise"


def _places(index: Index, claimed: str, preferred: str) -> Relation:
    if claimed in index.around(preferred):
        return "less-precise"
    return "more-precise" if preferred in index.around(claimed) else "differs"


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
