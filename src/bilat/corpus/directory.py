"""Every id that a record may write, with the name of what it stands for: what an editor completes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.records.files import RECORDS
from bilat.records.model import Issue, Meeting, Organization, Participant, Place, Publisher, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.records import Reading
    from bilat.records.model import Record

KINDS: Final = (*sorted(RECORDS), "position", "publisher")


def entries(reading: Reading, kind: str | None = None) -> list[tuple[str, str]]:
    """Return each id of a kind, or of all kinds, with its name; of a record that could not be read the id alone."""
    found = {id_: "" for id_, listed in reading.listed.items() if kind in (None, listed)}
    for record in reading.records:
        found |= {id_: name for of, id_, name in _named(record) if kind in (None, of)}
    return sorted((id_, " ".join(name.split())) for id_, name in found.items())


def _named(record: Record) -> Iterator[tuple[str, str, str]]:
    """Yield kind, id and name of a record, and of the positions in it."""
    match record:
        case Meeting() | Source():
            yield type(record).__name__.lower(), record.id, record.title or ""
        case Issue():
            yield "issue", record.id, record.label
        case Participant() | Place() | Publisher():
            yield type(record).__name__.lower(), record.id, record.name
        case Organization():
            yield "organization", record.id, record.name
            for position in record.positions.values():
                yield "position", position.id, f"{position.title}, {record.name}"
