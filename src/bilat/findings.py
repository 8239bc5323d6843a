"""What is wrong, where, why, and how to mend it: the one shape in which every stage reports."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(enum.StrEnum):
    """How much a finding weighs: an error blocks a merge, a warning may be accepted with a reason."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A span of one line in one file; line and column count from 1, column in characters."""

    path: str
    line: int = 1
    column: int = 1
    width: int = field(default=1, compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault in the data, found by whichever stage could see it.

    The message is a fact that stands alone in an annotation; the note says why it is one, or where the other
    half of a clash stands; the help says what to do, complete enough to paste.
    """

    code: str
    location: Location
    message: str
    note: str = ""
    help: str = ""
    severity: Severity = Severity.ERROR
    record: str = ""
    field: str = ""
    cause: str = ""
    more: int = 0

    def __post_init__(self) -> None:
        for name in ("message", "note", "help", "record", "field"):
            if not (text := getattr(self, name)).isprintable():
                object.__setattr__(self, name, printable(text))


def printable(text: str) -> str:
    """Write out what a terminal would obey, a report would break at, or no encoding has a letter for."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


def arrange(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by file, line and column, and fold findings of one cause into the first of them."""
    first: dict[tuple[str, str, str], Finding] = {}
    for found in sorted(set(findings), key=_order):
        key = (found.code, found.location.path, found.cause or str(found.location) + found.message)
        first[key] = replace(first[key], more=first[key].more + 1) if key in first else found
    return list(first.values())


def _order(found: Finding) -> tuple[Location, str, str]:
    return (found.location, found.code, found.message)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Say whether any of the findings blocks a merge."""
    return any(found.severity is Severity.ERROR for found in findings)
