"""What is wrong, where, why, and how to mend it: the one shape in which every stage reports."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from bilat.frozen import Frozen, replace

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(enum.StrEnum):
    """How much a finding weighs: an error blocks a merge, a warning may be accepted with a reason."""

    ERROR = "error"
    WARNING = "warning"


class Location(Frozen):
    """A span of one line in one file; line and column count from 1, column in characters."""

    path: str
    line: int = 1
    column: int = 1
    width: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Location) and self.start == other.start

    def __lt__(self, other: Location) -> bool:
        return self.start < other.start

    def __hash__(self) -> int:
        return hash(self.start)

    @property
    def start(self) -> tuple[str, int, int]:
        """Where it begins, by which places are compared."""
        return self.path, self.line, self.column


class Finding(Frozen):
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

    def __init__(
        self,
        code: str,
        location: Location,
        message: str,
        note: str = "",
        help: str = "",  # noqa: A002 - the word users know
        severity: Severity = Severity.ERROR,
        record: str = "",
        field: str = "",
        cause: str = "",
        more: int = 0,
    ) -> None:
        said = (printable(message), printable(note), printable(help))
        super().__init__(code, location, *said, severity, printable(record), printable(field), cause, more)


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
