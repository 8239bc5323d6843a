"""How a text is written: plain unless it has to be quoted, on one line or folded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bilat.records.entries import Scalar

WIDTH: Final = 120
# What this reader, or any that follows YAML 1.2, would take for something other than text.
_NO_TEXT: Final = re.compile(
    r"~|<<|=|null|Null|NULL|true|True|TRUE|false|False|FALSE|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_SPECIAL: Final = re.compile(r"[\s,\[\]{}#&*!|>'\"%@`?:]|-(?![A-Za-z0-9])|\.\.\.")
_BREAK: Final = re.compile(r"(?<=[^ ]) (?=[^ ])")


def inline(scalar: Scalar, *, in_brackets: bool = False) -> str:
    """Write a scalar on one line."""
    before, text, after = _parts(scalar, in_brackets=in_brackets)
    return before + text + after


def folded(head: str, scalar: Scalar, indent: int) -> list[str]:
    """Write a scalar after what stands before it, going on below where a line would become too long."""
    before, text, after = _parts(scalar, in_brackets=False)
    if len(head + before + text + after) <= WIDTH:
        return [head + before + text + after]
    words = _BREAK.split(text)
    words[-1] += after
    lines = [head + before + words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(" " * indent + word)
    return lines


def _parts(scalar: Scalar, *, in_brackets: bool) -> tuple[str, str, str]:
    """Return a scalar as the quote before it, what is written, and the quote after it."""
    text = scalar.text
    if scalar.literal or _plain(text, in_brackets=in_brackets):
        return "", text, ""
    if "\n" in text:
        return '"', text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n"), '"'
    return "'", text.replace("'", "''"), "'"


def _plain(text: str, *, in_brackets: bool) -> bool:
    """Say whether a text can do without quotes and still be that text."""
    if not text or _SPECIAL.match(text) or _NO_TEXT.fullmatch(text):
        return False
    if "\n" in text or ": " in text or " #" in text or text.endswith((" ", ":")):
        return False
    return not (in_brackets and re.search(r"[,\[\]{}]", text))
