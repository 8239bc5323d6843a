"""The one form in which records are written: order, layout, quotes and folds; values and comments stay as they are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from bilat.records import comments, entries, scalars, shape, strict_yaml
from bilat.records.entries import Group, Scalar, Sheet
from bilat.records.scalars import WIDTH

if TYPE_CHECKING:
    from bilat.records.document import Tree
    from bilat.records.entries import Entry
    from bilat.records.shape import Shape

_GAP: Final = "  "  # before a comment at the end of a line
_MOST_TURNS: Final = 8  # two are the usual


def form(raw: bytes, path: str, kind: str) -> str:
    """Return the canonical text of a file.

    What would no longer be read, such as a file that the form makes too large, is returned as it was.

    Raises:
        Unreadable: With the one finding that keeps the file from being read.
    """
    before = strict_yaml.read(raw, path).data
    text = raw.decode("utf-8")
    try:
        written, after = _settled(text, path, kind)
    except strict_yaml.Unreadable:
        return text
    if _exact(before) != _exact(after) or _comments(text) != _comments(written):
        raise AssertionError(f"the canonical form of {path} would change what it says")
    return written


def _settled(text: str, path: str, kind: str) -> tuple[str, Tree]:
    """Write until nothing changes any more: a comment that moves out of a group lets the group have brackets."""
    for _ in range(_MOST_TURNS):
        written = write(read(text), kind)
        after = strict_yaml.read(written.encode("utf-8"), path).data
        if written == text:
            break
        text = written
    return written, after


def read(text: str) -> Sheet:
    """Turn a text that the strict reader accepts into entries with their comments."""
    return comments.attach(text, entries.place(text))


def write(sheet: Sheet, kind: str) -> str:
    """Write a whole file of a kind."""
    head = [*sheet.head, ""] if sheet.head else []
    body = _block(sheet.root, 0, shape.of_kind(kind)) or ["{}"]
    return "\n".join([*head, *body, *sheet.foot]) + "\n"


def _block(group: Group, indent: int, here: Shape) -> list[str]:
    """Write each entry of a group on lines of its own."""
    ordered = group.entries if group.is_list else _ordered(group, here)
    return [line for entry in ordered for line in _entry(entry, indent, here.below(entry.key))]


def _entry(entry: Entry, indent: int, here: Shape) -> list[str]:
    """Write an entry with its comments: the last one beside it ends its line, if it fits there."""
    margin = " " * indent
    lines, line = _lines(entry, indent, here)
    above = [*entry.above, *entry.beside]
    if entry.beside and line is not None and len(lines[line] + _GAP + above[-1]) <= WIDTH:
        lines[line] += _GAP + above.pop()
    if entry.key is None:  # what stands above the first field of an item stands above the item
        while lines[0].lstrip(" ").startswith("#"):
            above.append(lines.pop(0).strip(" "))
        lines[0] = f"{margin}-{lines[0][indent + 1 :]}"
    return [*(margin + comment for comment in above), *lines]


def _lines(entry: Entry, indent: int, here: Shape) -> tuple[list[str], int | None]:
    """Write an entry without its own comments; say which line a comment beside it may end."""
    head = " " * indent + (" " if entry.key is None else f"{_inline(entry.key)}:")
    if isinstance(entry.value, Scalar):
        return scalars.folded(f"{head} ", entry.value, indent + 2), -1
    brackets = _brackets(entry.value, here)
    any_width = here.on_one_line or not entry.value.entries
    if brackets is not None and (any_width or len(head) + 1 + len(brackets) <= WIDTH):
        return [f"{head} {brackets}"], -1
    below = _block(entry.value, indent + (2 if entry.key is None or not entry.value.is_list else 0), here)
    return (below, None) if entry.key is None else ([head, *below], 0)


def _brackets(group: Group, here: Shape) -> str | None:
    """Write a group in brackets; None where it wants lines: by its schema, for a comment or for several maps in it."""
    if (group.entries and here.on_lines) or sum(_is_map(entry) for entry in group.entries) > 1:
        return None
    parts: list[str] = []
    for entry in group.entries if group.is_list else _ordered(group, here):
        value = _value(entry, here.below(entry.key))
        if value is None or entry.above or entry.beside:
            return None
        parts.append(value if entry.key is None else f"{_inline(entry.key)}: {value}")
    return f"[{', '.join(parts)}]" if group.is_list else f"{{{', '.join(parts)}}}"


def _value(entry: Entry, here: Shape) -> str | None:
    if isinstance(entry.value, Scalar):
        return scalars.inline(entry.value, in_brackets=True)
    return _brackets(entry.value, here)


def _is_map(entry: Entry) -> bool:
    return isinstance(entry.value, Group) and not entry.value.is_list


def _ordered(group: Group, here: Shape) -> list[Entry]:
    return sorted(group.entries, key=lambda entry: here.rank(str(entry.key)))


def _inline(key: str) -> str:
    return scalars.inline(Scalar(key), in_brackets=True)


def _exact(data: Tree) -> str:
    """Return data so that 1, 1.0 and true differ, and the order of fields does not matter."""
    return json.dumps(data, sort_keys=True)


def _comments(text: str) -> list[str]:
    return sorted(comment for _, comment in comments.find(text, entries.place(text).scalars))
