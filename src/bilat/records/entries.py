"""A file as entries with their comments, out of which its text can be written again; values stay as they were meant."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from bilat.records import strict_yaml
from bilat.records.positions import Parser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.records.document import Pointer


@dataclass(slots=True)
class Scalar:
    """A text, or with `literal` a number, true, false or null as it was written."""

    text: str
    literal: bool = False


@dataclass(slots=True)
class Group:
    """A map, or a list, whose entries have no keys."""

    is_list: bool
    entries: list[Entry] = field(default_factory=list)

    def get(self, step: str | int) -> Entry | None:
        """Return the entry of a key, or the item of a number."""
        if isinstance(step, int):
            return self.entries[step] if self.is_list and step < len(self.entries) else None
        return next((entry for entry in self.entries if entry.key == step), None)


@dataclass(slots=True)
class Entry:
    """A key and its value, or an item of a list, with the comments above it and at the end of its line."""

    key: str | None
    value: Scalar | Group
    above: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)

    def group(self) -> Group:
        """Return the value where it is a map or list; an empty map elsewhere."""
        return self.value if isinstance(self.value, Group) else Group(is_list=False)


@dataclass(slots=True)
class Sheet:
    """A whole file: the comments that head it, its fields, and the comments after the last of them."""

    root: Group
    head: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)

    def find(self, pointer: Pointer) -> Entry | None:
        """Return the entry to which a pointer leads."""
        found: Entry | None = None
        group = self.root
        for step in pointer:
            found = group.get(step)
            if found is None:
                return None
            group = found.group()
        return found


@dataclass(slots=True)
class Placed:
    """An entry and where it stood: its start, that of its value, and the end of its value if that was in brackets."""

    entry: Entry
    start: int
    value_start: int
    bracket_end: int | None
    within: Placed | None


@dataclass(slots=True)
class Placing:
    """A sheet without its comments, where its entries stood in the order of the text, and the spans of its scalars."""

    sheet: Sheet
    placed: list[Placed] = field(default_factory=list)
    scalars: list[tuple[int, int]] = field(default_factory=list)


def place(text: str) -> Placing:
    """Turn a text that was read without a fault into entries."""
    root: Any = Parser(text).get_single_node()
    placing = Placing(Sheet(Group(is_list=False)))
    placing.sheet.root = _group(root, None, placing, text)
    return placing


def _group(node: Any, within: Placed | None, placing: Placing, text: str) -> Group:  # noqa: ANN401 - untyped nodes
    found = Group(isinstance(node, yaml.SequenceNode))
    for key, value in _pairs(node):
        if key is not None:
            _span(key, placing, text)
        flow = bool(getattr(value, "flow_style", False))
        here = Placed(
            Entry(None if key is None else str(key.value), Scalar("")),
            (value if key is None else key).start_mark.index,
            value.start_mark.index,
            value.end_mark.index if flow else None,
            within,
        )
        placing.placed.append(here)
        here.entry.value = _value(value, here, placing, text)
        found.entries.append(here.entry)
    return found


def _pairs(node: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
    for child in node.value:
        yield (None, child) if isinstance(node, yaml.SequenceNode) else child


def _value(node: Any, here: Placed, placing: Placing, text: str) -> Scalar | Group:  # noqa: ANN401
    if not isinstance(node, yaml.ScalarNode):
        return _group(node, here, placing, text)
    _span(node, placing, text)
    meant = node.value if node.style else strict_yaml.meaning(node.value)
    if isinstance(meant, str):
        return Scalar(meant)
    return Scalar("null" if meant is None else node.value, literal=True)


def _span(node: Any, placing: Placing, text: str) -> None:  # noqa: ANN401
    """Note where a scalar stands; a comment may follow the sign of a block of text, before the text itself."""
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in ("|", ">"):
        newline = text.find("\n", start)
        start = end if newline < 0 else min(newline, end)
    placing.scalars.append((start, end))
