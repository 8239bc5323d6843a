"""The nearest names to one that does not exist, for messages; nothing is ever replaced by a neighbour."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST = 3
NEAR = 0.72  # below this, difflib's ratio pairs words that no reader would take for a slip of each other
# How much of a surname, and of a given name, must be the same for two people to be taken for one.
_SURNAME: Final = 0.72
_GIVEN: Final = 0.5
_CYRILLIC: Final = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya".replace("_", "").split(" "),
        strict=True,
    )
) | {"і": "i", "ї": "i", "є": "e", "ґ": "g", "ў": "u", "ј": "i"}
_LETTERS: Final = str.maketrans({**_CYRILLIC, "ß": "ss", "ø": "o", "ł": "l", "æ": "e", "œ": "e", "đ": "d", "’": None})
# What English, German and French write for one sound, as one sign; longer groups before what they are made of.
_SOUNDS: Final = (
    (r"schtsch|chtch|shch", "s"),
    (r"tsch|tch|ch|cz", "c"),
    (r"sch|sh|zh|z", "s"),
    (r"kh", "h"),
    (r"ck|q|c(?=[aoukrl])", "k"),
    (r"x", "ks"),
    (r"ph|f|w", "v"),
    (r"oo|ou", "u"),
    (r"[yj]", "i"),
    (r"ee|ie", "i"),
    (r"(.)\1+", r"\1"),
)
_WORD: Final = re.compile(r"[^\W_]+")


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Return up to three known names that the word may be a slip of, the nearest first.

    >>> nearest("burns-wiliam", ["burns-william", "burns-nicholas", "lavrov-sergey"])
    ['burns-william']
    """
    import difflib  # few starts of the command need it

    return difflib.get_close_matches(word, sorted(known), n=MOST, cutoff=NEAR)


def akin(word: str, names: Mapping[str, Iterable[str]]) -> list[str]:
    """Return up to three ids under one of whose names the word may go in another spelling or script, the nearest first.

    An id is a name too, surname first; its parts may come in any order. Of a name in several words, the surname must
    be near, and so must all else that the word gives.

    >>> akin("Lawrow", {"lavrov-sergey": ["Sergey Lavrov"], "burns-william": ["William Burns"]})
    ['lavrov-sergey']
    """
    wanted = _parts(word)
    scored = [(max(_kinship(wanted, _parts(name)) for name in (id_, *forms)), id_) for id_, forms in names.items()]
    return [id_ for score, id_ in sorted(scored, key=lambda found: (-found[0], found[1])) if score][:MOST]


def phrase(names: Iterable[str]) -> str:
    """Join names for a message, each in backticks.

    >>> phrase(["moscow", "minsk"])
    '`moscow`, `minsk`'
    """
    return ", ".join(f"`{name}`" for name in names)


@functools.cache
def fold(text: str) -> str:
    """Return a name as it sounds, whatever script or romanisation it is written in.

    >>> fold("Рябков"), fold("Rjabkow"), fold("Ryabkov")
    ('riabkov', 'riabkov', 'riabkov')
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text.lower()).translate(_LETTERS))
    found = "".join(sign for sign in plain if not unicodedata.combining(sign))
    for group, sign in _SOUNDS:
        found = re.sub(group, sign, found)
    return found


@functools.cache
def _parts(name: str) -> tuple[str, ...]:
    return tuple(fold(part) for part in _WORD.findall(name))


def _kinship(wanted: tuple[str, ...], parts: tuple[str, ...]) -> float:
    """Say how near a name is, from 0 to 1, each of its parts used once; 0 if some part is near to none."""
    left, total = list(parts), 0.0
    for number, part in enumerate(sorted(wanted, key=len, reverse=True)):
        best = max(left, key=lambda other: _likeness(part, other), default="")
        likeness = _likeness(part, best)
        if likeness < (_GIVEN if number else _SURNAME):
            return 0.0
        left.remove(best)
        total += likeness
    return total / len(wanted) if wanted else 0.0


@functools.cache
def _likeness(one: str, other: str) -> float:
    """Return how much of the longer word needs no change to become the other; two letters swapped are one change."""
    longer = max(len(one), len(other))
    if not longer or (longer - abs(len(one) - len(other))) / longer < _GIVEN:
        return 0.0
    return 1 - _changes(one, other) / longer


def _changes(one: str, other: str) -> int:
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, mine in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, theirs in enumerate(other, 1):
            least = min(before[j] + 1, row[-1] + 1, before[j - 1] + (mine != theirs))
            if i > 1 and j > 1 and (mine, one[i - 2]) == (other[j - 2], theirs):
                least = min(least, older[j - 2] + 1)
            row.append(least)
    return row[-1]
