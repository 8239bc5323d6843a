"""From accepted fields to the records that meetings refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bilat.records.part import Name
from bilat.records.registry import (
    Dataset,
    HardCase,
    Issue,
    Organization,
    Participant,
    Place,
    Position,
    Publisher,
    Relay,
    Side,
    Source,
    Tenure,
)
from bilat.records.typed import acceptance

if TYPE_CHECKING:
    from bilat import edtf
    from bilat.records.fields import Fields


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


def participant(id_: str, fields: Fields) -> Participant:
    """Read a person."""
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


def organization(id_: str, fields: Fields) -> Organization:
    """Read an organization with its positions."""
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


def place(id_: str, fields: Fields) -> Place:
    """Read a place."""
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


def issue(id_: str, fields: Fields) -> Issue:
    """Read a concept of the thesaurus."""
    return Issue(
        fields.document,
        fields.pointer,
        id_,
        fields.need("label"),
        _names(fields),
        fields.need("definition"),
        fields.text("broader"),
        fields.text("coding"),
        _hard_case(fields.group("hard_case")),
    )


def _hard_case(fields: Fields) -> HardCase | None:
    if not fields.data:
        return None
    return HardCase(fields.document, fields.pointer, fields.need("record"), fields.need("text"))


def publisher(id_: str, fields: Fields) -> Publisher:
    """Read a publisher."""
    return Publisher(
        fields.document,
        fields.pointer,
        id_,
        fields.need("name"),
        fields.text("country"),
        fields.need("kind"),
        fields.text("organization"),
    )


def source(id_: str, fields: Fields) -> Source:
    """Read a source with what it relays."""
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
        acceptance.accepted(fields),
    )


def dataset(id_: str, fields: Fields) -> Dataset:
    """Read what the whole dataset is about."""
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
