"""From accepted fields to a meeting with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bilat import edtf
from bilat.records.fields import Fields
from bilat.records.meeting import (
    CREDITED,
    RELATIONS,
    Assertion,
    Evidence,
    Meeting,
    Outcome,
    Participation,
    Statement,
    Tally,
    Voice,
)
from bilat.records.typed import acceptance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.records.document import Tree

_VERBS: Final = ("says", "supports", "denies", "declines", "omits", "infers")
_WHOLE_WINDOW: Final = edtf.parse("1900/..")


def meeting(id_: str, fields: Fields) -> Meeting:
    """Read a meeting, visit, session or series."""
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
        acceptance.accepted(fields),
        {credit: fields.ids(name) for credit, name in CREDITED.items() if name in fields},
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
