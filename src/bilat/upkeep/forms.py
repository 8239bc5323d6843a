"""What is asked for a new record of each kind, and how the answers become a record with blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.frozen import Frozen
from bilat.records.blanks import MARK

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bilat.records.document import Tree

Answers = dict[str, tuple[str, ...]]
Data = dict[str, "Tree"]


class Ask(Frozen):
    """One question: the option that answers it, whose id or which vocabulary's term is due, and what holds without.

    With `due`, a record without an answer has a blank; else the field is left out.
    """

    name: str
    question: str
    of: str = ""
    terms: str = ""
    default: str = ""
    due: bool = True
    many: bool = False

    @property
    def option(self) -> str:
        """The option of the command line."""
        return f"--{self.name.replace('_', '-')}"


_PART_OF_NOTHING: Final = ("phone", "video", "written")
FORMS: Final[Mapping[str, tuple[Ask, ...]]] = {
    "meeting": (
        Ask("title", "title, neutral and short"),
        Ask("kind", "kind", terms="kind", default="meeting"),
        Ask("status", "status", terms="status", default="occurred"),
        Ask("date", "date, such as 2021-05-04"),
        Ask("mode", "mode", terms="mode"),
        Ask("place", "place", of="place"),
        Ask("participant", "people, as SIDE.person", of="participant", many=True),
        Ask("issue", "issues", of="issue", due=False, many=True),
        Ask("part_of", "the visit or meeting of which it is part", of="meeting", due=False),
        Ask("source", "source", of="source"),
    ),
    "participant": (
        Ask("name", "name, given name first"),
        Ask("position", "position held", of="position"),
        Ask("attested", "a day on which a source shows the person in it"),
        Ask("source", "that source", of="source"),
    ),
    "organization": (
        Ask("name", "name"),
        Ask("kind", "kind", terms="organization-kind"),
        Ask("country", "country, in two letters", due=False),
        Ask("part_of", "the larger body of which it is part", of="organization", due=False),
    ),
    "place": (
        Ask("name", "name"),
        Ask("type", "type", terms="place-type"),
        Ask("country", "country, in two letters", due=False),
        Ask("part_of", "the larger place in which it lies", of="place", due=False),
    ),
    "issue": (
        Ask("label", "label"),
        Ask("definition", "definition, in one sentence"),
        Ask("broader", "the wider issue", of="issue", due=False),
    ),
    "source": (
        Ask("url", "address", due=False),
        Ask("title", "title, as printed"),
        Ask("publisher", "publisher", of="publisher"),
        Ask("kind", "kind", terms="source-kind"),
        Ask("lang", "language, such as en"),
        Ask("published", "day of publication, such as 2021-05-05", due=False),
        Ask("seen", "how much of it was read", terms="seen-text"),
        Ask("seen_on", "the day on which it was read"),
    ),
    "publisher": (
        Ask("name", "name"),
        Ask("kind", "kind", terms="publisher-kind"),
        Ask("country", "country, in two letters", due=False),
        Ask("organization", "the body whose own organ it is", of="organization", due=False),
    ),
}


def filled(kind: str, answers: Answers, sides: tuple[str, ...]) -> Data:
    """Return a record of a kind as data, with blanks for what is due and was not answered."""
    plain: Data = {}
    for ask in FORMS[kind]:
        if not ask.many and (answers.get(ask.name) or ask.due):
            plain[ask.name] = answers[ask.name][0] if answers.get(ask.name) else ask.default or MARK
    return _SHAPES[kind](plain, answers, sides) if kind in _SHAPES else plain


def _meeting(plain: Data, answers: Answers, sides: tuple[str, ...]) -> Data:
    source = plain.pop("source")
    if plain["kind"] == "series":
        fields = {name: value for name, value in plain.items() if name not in ("mode", "place") or value != MARK}
    else:
        fields = {**plain, "participants": {side: _delegation(side, answers) for side in sides}}
    if fields.get("mode") in _PART_OF_NOTHING and fields.get("place") == MARK:
        del fields["place"]
    if issues := answers.get("issue"):
        fields["issues"] = list(issues)
    # What the source says is for the writer to say: nothing is taken over from the record.
    return {**fields, "evidence": [{"source": source, "says": {"status": MARK, "date": MARK}, "supports": [MARK]}]}


def _delegation(side: str, answers: Answers) -> Data:
    people = [person for of, _, person in (one.partition(".") for one in answers.get("participant", ())) if of == side]
    return dict.fromkeys(people or (MARK,), MARK)


def _participant(plain: Data, answers: Answers, sides: tuple[str, ...]) -> Data:
    name = plain.pop("name")
    return {"name": name, "positions": [plain]}


def _source(plain: Data, answers: Answers, sides: tuple[str, ...]) -> Data:
    text, day = plain.pop("seen"), plain.pop("seen_on")
    return {**plain, "seen": {"text": text} if text == "never" else {"on": day, "text": text}}


_SHAPES: Final[dict[str, Callable[[Data, Answers, tuple[str, ...]], Data]]] = {
    "meeting": _meeting,
    "participant": _participant,
    "source": _source,
}
