"""Version numbers of the dataset: three whole numbers, compared as such."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bilat.errors import Refused

_FORM = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version such as 0.1.0."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    @classmethod
    def parse(cls, text: str) -> Version:
        """Read a version.

        Raises:
            Refused: The text is not three whole numbers with points between them.

        >>> Version.parse("0.10.0") > Version.parse("0.9.1")
        True
        """
        found = _FORM.fullmatch(text)
        if not found:
            raise Refused(f"`{text}` is no version", "write three whole numbers, such as 0.1.0")
        return cls(*(int(number) for number in found.groups()))
