"""From accepted fields to second readings, retired ids, leads and searches."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bilat import edtf
from bilat.records.notes import Lead, Retirement, Search, SecondReading

if TYPE_CHECKING:
    from bilat.records.fields import Fields


def second_reading(id_: str, number: int, fields: Fields) -> SecondReading:
    """Read one entry of a file of second readings."""
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


def retirement(id_: str, fields: Fields) -> Retirement:
    """Read one retired id."""
    return Retirement(fields.document, fields.pointer, id_, fields.text("successor"), fields.text("because"))


def lead(id_: str, fields: Fields) -> Lead:
    """Read one lead."""
    return Lead(
        fields.document,
        fields.pointer,
        id_,
        fields.need("title"),
        cast("edtf.Date", fields.date("window")),
        fields.need("heard"),
        fields.need("because"),
    )


def search(id_: str, fields: Fields) -> Search:
    """Read one search."""
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
