"""From a document that its schema has accepted to the typed records in it: its own, and those under new:."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bilat import edtf
from bilat.records.fields import Fields
from bilat.records.model import (
    RELATIONS,
    Acceptance,
    Assertion,
    Dataset,
    Evidence,
    Issue,
    Lead,
    Meeting,
    Name,
    Organization,
    Outcome,
    Participant,
    Participation,
    Place,
    Position,
    Publisher,
    Relay,
    Retirement,
    Search,
    SecondReading,
    Side,
    Source,
    Statement,
    Tally,
    Tenure,
    Voice,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bilat.records.document import Document, Tree
    from bilat.records.files import File
    from bilat.records.model import Note, Record

_VERBS: Final = ("says", "supports", "denies", "declines", "omits", "infers")
_WHOLE_WINDOW: Final = edtf.parse("1900/..")


def notes(file: File, document: Document) -> Iterator[Note]:
    """Yield what a document says about records or instead of one."""
    fields = Fields(document, (), document.data)
    if file.kind == "reading":
        for number, entry in enumerate(fields.items("readings"), 1):
            yield _second_reading(file.id, number, entry)
    elif file.kind in _NOTES:
        for id_, entry in fields.groups():
            yield _NOTES[file.kind](id_, entry)


def records(file: File, document: Document) -> Iterator[Record]:
    """Yield every record that a document holds."""
    fields = Fields(document, (), document.data)
    if file.kind in ("reading", *_NOTES):
        return
    if file.kind == "publishers":
        for id_, entry in fields.groups():
            yield _publisher(id_, entry)
        return
    yield _READERS[file.kind](file.id, fields)
    for kind, group in fields.group("new").groups():
        for id_, entry in group.groups():
            yield _READERS[kind.removesuffix("s")](id_, entry)


def _names(fields: Fields) -> tuple[Name, ...]:
    return tuple(
        Name(
            n.document,
            n.pointer,
            n.need("text"),
            n.need("lang"),
            n.text("kind"),
            n.text("source"),
            n.text("at"),
        )
        for n in fields.items("names")
    )


def _participant(id_: str, fields: Fields) -> Participant:
    return Participant(
        fields.document,
        fields.pointer,
        id_,
        fields.need("name"),
        _names(fields),
        fields.text("wikidata"),
        fields.date("born"),
        fields.ids("not"),
        tuple(_tenure(entry) for entry in fields.items("positions")),
    )


def _tenure(fields: Fields) -> Tenure:
    return Tenure(
        fields.document,
        fields.pointer,
        fields.need("position"),
        fields.date("from"),
        fields.date("until"),
        fields.date("attested"),
        fields.flag("acting"),
        fields.need("source"),
        fields.text("at"),
    )


def _organization(id_: str, fields: Fields) -> Organization:
    return Organization(
        fields.document,
        fields.pointer,
        id_,
        fields.need("name"),
        _names(fields),
        fields.text("country"),
        fields.need("kind"),
        fields.text("part_of"),
        {f"{id_}/{key}": _position(id_, key, entry) for key, entry in fields.group("positions").groups()},
        fields.text("source"),
    )


def _position(organization: str, key: str, fields: Fields) -> Position:
    return Position(
        fields.document,
        fields.pointer,
        f"{organization}/{key}",
        organization,
        fields.need("title"),
        fields.text("native"),
        int(fields.need("tier")),
        fields.flag("head"),
    )


def _place(id_: str, fields: Fields) -> Place:
    return Place(
        fields.document,
        fields.pointer,
        id_,
        fields.need("name"),
        _names(fields),
        fields.need("type"),
        fields.text("country"),
        fields.text("part_of"),
        fields.text("near"),
        fields.decimal("lat"),
        fields.decimal("lon"),
        fields.text("wikidata"),
        fields.text("source"),
    )


def _issue(id_: str, fields: Fields) -> Issue:
    return Issue(
        fields.document,
        fields.pointer,
        id_,
        fields.need("label"),
        _names(fields),
        fields.need("definition"),
        fields.text("broader"),
        fields.text("coding"),
    )


def _publisher(id_: str, fields: Fields) -> Publisher:
    return Publisher(
        fields.document,
        fields.pointer,
        id_,
        fields.need("name"),
        fields.text("country"),
        fields.need("kind"),
        fields.text("organization"),
    )


def _source(id_: str, fields: Fields) -> Source:
    seen = fields.group("seen")
    return Source(
        fields.document,
        fields.pointer,
        id_,
        fields.text("title"),
        fields.need("publisher"),
        fields.need("kind"),
        fields.need("lang"),
        fields.date("published"),
        fields.text("url"),
        fields.text("archived"),
        seen.date("on"),
        seen.need("text"),
        tuple(Relay(r.document, r.pointer, r.need("source"), r.need("how")) for r in fields.items("relays")),
        fields.text("translation"),
        fields.ids("authors"),
    )


def _meeting(id_: str, fields: Fields) -> Meeting:
    people = fields.group("participants")
    return Meeting(
        fields.document,
        fields.pointer,
        id_,
        fields.need("title"),
        fields.need("kind"),
        fields.need("status"),
        cast("edtf.Date", fields.date("date")),
        fields.text("mode"),
        fields.text("place"),
        fields.text("setting") or "bilateral",
        fields.text("occasion"),
        fields.text("format"),
        fields.text("openness"),
        fields.text("announced"),
        fields.text("initiated_by"),
        fields.text("mandated_by"),
        fields.text("duration"),
        {side: tuple(_delegation(side, entries)) for side, entries in people.groups()},
        {side: n for side, entries in people.groups() if (n := entries.number("n")) is not None},
        {key: str(role) for key, role in fields.group("third").data.items()},
        {side: fields.group("led_by").ids(side) for side in fields.group("led_by").data},
        fields.ids("issues"),
        {name: fields.ids(name) for name in RELATIONS if name in fields},
        {key: _outcome(key, entry) for key, entry in fields.group("outcomes").groups()},
        {key: _statement(key, entry) for key, entry in fields.group("statements").groups()},
        {key: _tally(key, entry) for key, entry in fields.group("tallies").groups()},
        tuple(_evidence(entry) for entry in fields.items("evidence")),
        tuple(_acceptance(entry) for entry in fields.items("accept")),
    )


def _delegation(side: str, entries: Fields) -> Iterator[Participation]:
    for id_, value in entries.data.items():
        if id_ == "n":
            continue
        entry: dict[str, Tree] = value if isinstance(value, dict) else {"role": value}
        fields = Fields(entries.document, (*entries.pointer, id_), entry)
        yield Participation(
            fields.document,
            fields.pointer,
            id_,
            side,
            fields.need("role"),
            fields.text("as"),
            fields.flag("acting"),
            fields.text("on_behalf_of"),
            fields.text("capacity"),
            fields.text("unnamed"),
            fields.number("n"),
        )


def _outcome(id_: str, fields: Fields) -> Outcome:
    return Outcome(
        fields.document,
        fields.pointer,
        id_,
        fields.need("type"),
        fields.text("by"),
        fields.text("to"),
        fields.text("issue"),
        fields.need("text"),
        fields.date("date"),
        fields.date("due"),
        fields.text("fulfilled"),
        fields.text("question"),
    )


def _statement(id_: str, fields: Fields) -> Statement:
    return Statement(
        fields.document,
        fields.pointer,
        id_,
        fields.need("type"),
        fields.text("issue"),
        fields.text("valence"),
        fields.need("text"),
        fields.date("about"),
        fields.text("question"),
    )


def _tally(id_: str, fields: Fields) -> Tally:
    return Tally(
        fields.document,
        fields.pointer,
        id_,
        fields.need("unit"),
        fields.need("comparator"),
        int(fields.need("n")),
        fields.date("window") or _WHOLE_WINDOW,
        fields.text("side"),
        fields.text("place"),
        fields.number("tier"),
        fields.ids("includes"),
    )


def _evidence(fields: Fields) -> Evidence:
    printed = fields.group("as_printed").data
    return Evidence(
        fields.document,
        fields.pointer,
        fields.text("source"),
        _voice(fields),
        fields.text("via"),
        fields.text("at"),
        fields.date("said_on"),
        fields.text("certainty") or "stated",
        fields.text("because"),
        {path: str(words) for path, words in printed.items()},
        tuple(assertion for verb in _VERBS for assertion in _assertions(verb, fields)),
    )


def _voice(fields: Fields) -> Voice | None:
    value = fields.data.get("voice")
    if isinstance(value, dict):
        group = fields.group("voice")
        return Voice(None, group.need("anonymous"), group.text("side"), group.text("of"))
    return None if value is None else Voice(str(value), None, None, None)


def _assertions(verb: str, fields: Fields) -> Iterator[Assertion]:
    said = fields.data.get(verb)
    if isinstance(said, dict):
        for path, value in said.items():
            yield Assertion(fields.document, (*fields.pointer, verb, path), verb, path, value)
    elif isinstance(said, list):
        for index, member in enumerate(said):
            yield Assertion(fields.document, (*fields.pointer, verb, index), verb, str(member), None)


def _acceptance(fields: Fields) -> Acceptance:
    return Acceptance(fields.document, fields.pointer, fields.need("rule"), fields.text("path"), fields.need("because"))


def _dataset(id_: str, fields: Fields) -> Dataset:
    return Dataset(
        fields.document,
        fields.pointer,
        id_,
        fields.need("title"),
        cast("edtf.Date", fields.date("window")),
        {code: _side(code, entry) for code, entry in fields.group("sides").groups()},
        fields.need("time_rule"),
        fields.ids("counted_settings"),
    )


def _side(code: str, fields: Fields) -> Side:
    return Side(
        fields.document,
        fields.pointer,
        code,
        fields.need("name"),
        fields.need("country"),
        fields.need("capital"),
        fields.need("zone"),
        fields.group("codes").data,
    )


def _second_reading(id_: str, number: int, fields: Fields) -> SecondReading:
    return SecondReading(
        fields.document,
        fields.pointer,
        id_,
        number,
        fields.need("path"),
        fields.need("verdict"),
        fields.text("source"),
        edtf.parse(fields.need("read_on")),
        fields.need("method"),
        fields.text("note"),
    )


def _retirement(id_: str, fields: Fields) -> Retirement:
    return Retirement(fields.document, fields.pointer, id_, fields.text("successor"), fields.text("because"))


def _lead(id_: str, fields: Fields) -> Lead:
    return Lead(
        fields.document,
        fields.pointer,
        id_,
        fields.need("title"),
        cast("edtf.Date", fields.date("window")),
        fields.need("heard"),
        fields.need("because"),
    )


def _search(id_: str, fields: Fields) -> Search:
    return Search(
        fields.document,
        fields.pointer,
        id_,
        fields.need("feed"),
        cast("edtf.Date", fields.date("window")),
        fields.need("query"),
        edtf.parse(fields.need("run_on")),
        int(fields.need("read")),
        int(fields.need("made")),
        fields.need("status"),
    )


_NOTES: Final[dict[str, Callable[[str, Fields], Note]]] = {
    "coverage": _search,
    "leads": _lead,
    "retired": _retirement,
}
_READERS: Final[dict[str, Callable[[str, Fields], Record]]] = {
    "dataset": _dataset,
    "issue": _issue,
    "meeting": _meeting,
    "organization": _organization,
    "participant": _participant,
    "place": _place,
    "publisher": _publisher,
    "source": _source,
}
