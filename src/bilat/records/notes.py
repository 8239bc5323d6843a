"""What is written about records or instead of one: second readings, retired ids, leads, searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.records.part import Note

if TYPE_CHECKING:
    from bilat.edtf import Date


class SecondReading(Note):
    """What was found when one path of a record was read again; `id` is that of the record."""

    number: int
    path: str
    verdict: str
    source: str | None
    read_on: Date
    method: str
    note: str | None


class Retirement(Note):
    """An id that names no record any more."""

    successor: str | None
    because: str | None


class Lead(Note):
    """A contact that no source supports well enough."""

    title: str
    window: Date
    heard: str
    because: str


class Search(Note):
    """A search that was made for a part of the window."""

    feed: str
    window: Date
    query: str
    run_on: Date
    read: int
    made: int
    status: str
