"""What callers can catch. Faults in the data are findings, never exceptions."""

from __future__ import annotations


class BilatError(Exception):
    """Something keeps the work from being done; `help` says what to do about it."""

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002 - the word users know
        super().__init__(message)
        self.help = help


class UnknownTable(BilatError):
    """No table has that name; the message names the nearest."""


class UnknownRecord(BilatError):
    """No record has that id, or the record has no such field; the message names the nearest."""


class UnknownVersion(BilatError):
    """No release of that version is known here; `versions()` lists those that are."""


class Unavailable(BilatError):
    """What was asked for is not on this machine; `help` says how to get it."""


class BadContract(BilatError):
    """A file in schemas/ says something that nothing downstream can carry out. The fault is ours."""


class Refused(BilatError):
    """What was asked for would break a promise, such as changing a release; the message says which."""
