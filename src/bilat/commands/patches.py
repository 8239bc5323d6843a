"""What changes in a file, as a diff for people."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bilat.records.rewriting import Rewrite

SHORT: Final = 12


def patch(rewrite: Rewrite, most: int | None = None) -> str:
    """Return the lines that go and come; with `most`, no more of them than that, and how many are left out."""
    before, after = rewrite.before.splitlines(), rewrite.after.splitlines()
    path = rewrite.file.path
    lines = list(difflib.unified_diff(before, after, path, path, n=1, lineterm=""))
    lines = [_printable(line) for line in lines] or [f"--- {path}", f"+++ {path}", "the ends of its lines"]
    left_out = len(lines) - 2 - most if most is not None else 0
    if left_out > 1:
        lines = [*lines[:-left_out], f"… {left_out} more lines"]
    return "\n".join(lines) + "\n"


def _printable(line: str) -> str:
    return "".join(letter if letter.isprintable() else "·" for letter in line)
