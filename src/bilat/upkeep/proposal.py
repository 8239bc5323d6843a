"""Ids by the pattern of the project: family-given, publisher-day-topic, day-words; proposed, never imposed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from bilat.records import files
from bilat.records.blanks import MARK

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilat.upkeep.forms import Answers

_WORDS_OF_A_TOPIC: Final = 3
_SMALL: Final = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "over", "the", "to", "with")
)
_NUMBERED: Final = ("meeting", "source")
_CALLS: Final = ("phone", "video")


def propose(kind: str, answers: Answers, is_taken: Callable[[str], object]) -> str | None:
    """Return an id for a record of a kind; None if the answers give no words in Latin letters.

    Of documents and meetings there may be two with one topic and day, and the second is numbered; two records that
    would have one name are rather one record, and the id of the first is returned.
    """
    words = _WORDS[kind](answers) if kind in _WORDS else words_of(_one(answers, "name") or _one(answers, "label"))
    base = _cut(words)
    if not any(letter.isalpha() for letter in base) or not files.is_id(base):
        return None
    if kind not in _NUMBERED:
        return base
    numbered = (f"{base[:60].rstrip('-')}-{number}" for number in range(2, 100))
    return next((id_ for id_ in (base, *numbered) if not is_taken(id_)), None)


def words_of(text: str) -> list[str]:
    """Return the words of a text in small Latin letters; what is in another script is left out.

    >>> words_of("Élysée: “Gérard's” talks №5")
    ['elysee', 'gerards', 'talks', '5']
    """
    plain = unicodedata.normalize("NFKD", re.sub("['’]", "", text).replace("№", "")).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", plain.lower())


def _one(answers: Answers, name: str) -> str:
    """Return an answer; nothing for one that was left open."""
    return next((text for text in answers.get(name, ()) if MARK not in text), "")


def _cut(words: list[str]) -> str:
    """Join words by hyphens, leaving out the last ones of what would be too long."""
    while len("-".join(words)) > 64:
        words = words[:-1]
    return "-".join(words)


def _participant(answers: Answers) -> list[str]:
    """Family name first; initials and what stands between the two are left out."""
    words = words_of(_one(answers, "name"))
    return [words[-1], words[0]] if len(words) > 1 else words


def _source(answers: Answers) -> list[str]:
    topic = _topic(_one(answers, "title"))
    if not topic:
        path = re.sub(r"[?#].*", "", _one(answers, "url")).rstrip("/").rpartition("/")[2]
        topic = [word for word in _topic(path) if not word.isdigit()]
    publisher = words_of(_one(answers, "publisher"))
    return [*publisher, *words_of(_one(answers, "published")), *topic] if publisher else []


def _meeting(answers: Answers) -> list[str]:
    people = [one.partition(".")[2].partition("-")[0] for one in answers.get("participant", ()) if MARK not in one]
    words = people[:2] if len(people) > 1 else _topic(_one(answers, "title"))
    call = ["call"] if words and _one(answers, "mode") in _CALLS and "call" not in words else []
    day = words_of(_one(answers, "date").partition("/")[0])
    return [*day, *words, *call] if day and words else []


def _topic(text: str) -> list[str]:
    return [word for word in words_of(text) if word not in _SMALL][:_WORDS_OF_A_TOPIC]


_WORDS: Final[dict[str, Callable[[Answers], list[str]]]] = {
    "meeting": _meeting,
    "participant": _participant,
    "source": _source,
}
