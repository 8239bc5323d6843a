"""The chain of a value: what the record prefers, who says what, in which document, resting on which others."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Final

from bilat import suggest
from bilat.access.frames import read
from bilat.errors import UnknownRecord
from bilat.frozen import Frozen

WIDTH: Final = 110  # of our own sentences; titles are printed as they are

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Cells = Mapping[str, Any]


class Chain(Frozen):
    """The claims about one field of one record, each with its source and what that rests on; printed, it is a page.

    `has_value` tells whether the field is one for which the record prefers a value: of members, such as outcomes, there
    are only claims.
    """

    id: str
    title: str
    field: str
    value: str | None
    has_value: bool
    claims: tuple[Cells, ...]
    sources: Mapping[str, Cells]
    links: Mapping[str, tuple[Cells, ...]]
    origins: Mapping[str, tuple[str, ...]]

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        preferred = self.value if self.value is not None else "no preferred value"
        yield f"{self.id} · {self.title}"
        yield f"{self.field} = {preferred}" if self.has_value else self.field
        for claim in self.claims:
            yield ""
            yield from self._claim(claim)

    def _claim(self, claim: Cells) -> Iterator[str]:
        said = claim["value"] if claim["value"] is not None else claim["path"]
        relation = f" ({claim['relation'].replace('-', ' ')})" if claim["relation"] and claim["value"] else ""
        part = f" [{claim['path']}]" if claim["path"] != self.field and claim["value"] is not None else ""
        yield f"  {claim['stance']} {said}{part}{relation}: {_voice(claim)}"
        printed = f", printed as “{claim['as_printed']}”" if claim["as_printed"] else ""
        yield f"    {claim['certainty']}{printed}"
        if claim["because"]:
            yield from textwrap.wrap(
                claim["because"], WIDTH, initial_indent="    because: ", subsequent_indent="      "
            )
        if claim["source"]:
            yield from self._document(claim["source"], claim["locator"], claim["via"])
        origins = self.origins.get(claim["id"], ())
        yield f"    rests on: {', '.join(origins) if origins else 'nobody, it is our inference'}"

    def _document(
        self, id_: str, locator: str | None, via: str | None, depth: int = 0, seen: frozenset[str] = frozenset()
    ) -> Iterator[str]:
        source = self.sources[id_]
        title = source["title"] or "(title unknown)"
        where = f", {locator}" if locator else ""
        day = f", {source['published']}" if source["published"] else ", undated"
        yield f"    {'  ' * depth}{'in' if depth == 0 else '└'} {title} [{id_}{day}{where}]"
        for link in self._links(id_, via):
            if link["target"] not in seen:
                yield f"    {'  ' * depth}  {link['how']}"
                yield from self._document(link["target"], None, None, depth + 1, seen | {id_})

    def _links(self, id_: str, via: str | None) -> tuple[Cells, ...]:
        """What a document rests on: all that it relays, unless the claim says through which, or that it is its own."""
        links = self.links.get(id_, ())
        through = tuple(link for link in links if link["target"] == via)
        return through if through or via == "self" else links


def explain(id: str, field: str | None = None, version: str | None = None) -> Chain:  # noqa: A002 - users' word
    """Return who says what about one field of a meeting record, or about its status if none is named.

    A field is named as in evidence: `date`, `participants.XX.doe-jane`, `outcomes.list`. Parts of a field, such as
    `date.start`, are told with it.

    Raises:
        UnknownRecord: No record has that id, or nobody says anything about that field; the message names the nearest.
        Unavailable: build/dev does not exist; `bilat build` makes it.
    """
    record = _record(id, version)
    wanted = field or "status"
    claims = [row for row in _rows("claims", version) if row["record"] == id and row["record_kind"] == "meeting"]
    about = [row for row in claims if row["path"] == wanted or row["path"].startswith(f"{wanted}.")]
    if not about:
        raise _no_field(id, wanted, sorted({row["path"] for row in claims}))
    ids = {row["id"] for row in about}
    origins = [row for row in _rows("claim_origins", version) if row["claim"] in ids]
    return Chain(
        id,
        record["title"],
        wanted,
        _value(record, wanted),
        wanted in record,
        tuple(sorted(about, key=lambda row: (row["path"], row["stance"], row["value"] or "", row["id"]))),
        {row["id"]: row for row in _rows("sources", version)},
        _grouped(_rows("source_links", version), "source"),
        {claim: tuple(row["origin"] for row in rows) for claim, rows in _grouped(origins, "claim").items()},
    )


def _rows(table: str, version: str | None) -> list[Cells]:
    found: list[Cells] = read(table, version).to_pylist()
    return found


def _record(id_: str, version: str | None) -> Cells:
    meetings = {row["id"]: row for row in _rows("meetings", version)}
    if id_ not in meetings:
        near = suggest.nearest(id_, meetings)
        raise UnknownRecord(
            f"no meeting record has the id `{id_}`", f"the nearest: {suggest.phrase(near)}" if near else ""
        )
    return meetings[id_]


def _no_field(id_: str, field: str, known: list[str]) -> UnknownRecord:
    near = suggest.nearest(field, known)
    listed = suggest.phrase(near) if near else ", ".join(sorted({path.partition(".")[0] for path in known}))
    return UnknownRecord(f"nobody says anything about `{field}` of {id_}", f"there are claims about: {listed}")


def _value(record: Cells, field: str) -> str | None:
    value = record.get(field)
    return None if value is None else str(value)


def _grouped(rows: list[Cells], key: str) -> dict[str, tuple[Cells, ...]]:
    found: dict[str, list[Cells]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return {name: tuple(group) for name, group in found.items()}


def _voice(claim: Cells) -> str:
    if claim["attribution"] == "coder":
        return "our inference"
    name = claim["voice_participant"] or claim["voice_organization"] or claim["voice_publisher"]
    name = name or f"“{claim['voice_anonymous']}”"
    side = f", {claim['voice_side']}" if claim["voice_side"] else ""
    day = f", {claim['said_on']}" if claim["said_on"] else ""
    return f"{name} ({claim['attribution'].replace('-', ' ')}{side}{day})"
