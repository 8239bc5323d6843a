"""Where things stand in the text of a file: spots of PyYAML made those of an editor, and the marks of a whole file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from yaml._yaml import CParser

from bilat.records.document import Mark, Marks

if TYPE_CHECKING:
    from bilat.records.document import Pointer

Spot = tuple[int, int]


class Parser(CParser):
    """libyaml's composer with YAML's guesses about the meaning of plain words switched off."""

    def resolve(self, *_: object) -> None:
        """Give no node a tag that is not written."""

    def descend_resolver(self, *_: object) -> None:
        """Keep no path through the nodes; nothing asks for it."""

    def ascend_resolver(self) -> None:
        """Keep no path through the nodes; nothing asks for it."""


def marks(text: str) -> Marks:
    """Return where everything stands in a text that was read without a fault."""
    found = Marks({}, {})
    if root := Parser(text).get_single_node():
        _note(root, (), found, end(text))
    return found


def spot(mark: Any, last: Spot) -> Spot:  # noqa: ANN401 - PyYAML has two classes of mark and no common one
    """Turn a mark of PyYAML, which counts from 0 and may lie past the end, into a line and column of the file."""
    return min((mark.line + 1, mark.column + 1), last) if mark else (1, 1)


def end(text: str) -> Spot:
    """Return where the last line that holds anything ends."""
    return line_column(text, len(text.rstrip(" \r\n")))


def line_column(text: str, index: int) -> Spot:
    """Return line and column of a character, from 1."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def of_node(node: yaml.Node, last: Spot) -> Mark:
    """Return where a node stands; one that goes on below its line is marked by its first character."""
    start, stop = node.start_mark, node.end_mark
    width = stop.column - start.column if stop.line == start.line else 1
    return Mark(*spot(start, last), max(width, 1))


def _note(node: yaml.Node, pointer: Pointer, found: Marks, last: Spot) -> None:
    found.values[pointer] = of_node(node, last)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*pointer, str(key.value))
            found.keys[here] = of_node(key, last)
            _note(value, here, found, last)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _note(value, (*pointer, index), found, last)
