"""From accepted fields to the warnings that a record accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.records.part import Acceptance

if TYPE_CHECKING:
    from bilat.records.fields import Fields


def accepted(fields: Fields) -> tuple[Acceptance, ...]:
    """Read what a record accepts."""
    return tuple(
        Acceptance(entry.document, entry.pointer, entry.need("rule"), entry.text("path"), entry.need("because"))
        for entry in fields.items("accept")
    )
