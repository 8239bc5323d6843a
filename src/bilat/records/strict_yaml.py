"""Bytes of a stranger's YAML to data with positions, or one finding that says why not.

Only what a record needs is accepted: mappings, lists, text, whole and decimal numbers, true, false and null. What
YAML would quietly turn into something else (NO, 12:30, 010, 2021-11-02) stays text. Anchors, aliases, tags and several
documents are refused, as is every character that a reviewer could not see.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING, Final

import yaml

from bilat.findings import Finding, Location
from bilat.records import positions
from bilat.records.document import Document

if TYPE_CHECKING:
    from bilat.records.document import Tree
    from bilat.records.positions import Spot

MOST_BYTES: Final = 256 * 1024  # a hundred times the largest record; beyond it a web editor gives up too
MOST_DEPTH: Final = 24  # the schemas nest seven deep
# What can nest deeper than libyaml's composer has stack for must first pass the event reader, which has no stack.
_SUSPECT_LINE: Final = 4000
_SUSPECT_BRACKETS: Final = 2000
_SUSPECT_INDENT: Final = re.compile(r"^ {400}", re.MULTILINE)

# Controls, what reorders the text around it, and what Unicode lets a reader's screen ignore.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]|\r(?!\n)"
)
_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_WORDS: Final[dict[str, Tree]] = {"true": True, "false": False, "null": None, "~": None, "": None}


class Unreadable(Exception):
    """The bytes are no record; `finding` says why and where."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def read(raw: bytes, path: str) -> Document:
    """Parse one file.

    Raises:
        Unreadable: With the one finding that keeps the file from being read.
    """
    text = _decode(raw, path)
    _refuse_unseen(text, path)
    if _suspect(text):
        _refuse_by_event(text, path, positions.end(text))
    return _Builder(path, text).document()


def _decode(raw: bytes, path: str) -> str:
    if len(raw) > MOST_BYTES:
        raise _fault(
            "Y12",
            path,
            1,
            1,
            f"the file has {len(raw):,} bytes; the most is {MOST_BYTES:,}",
            "split it: one record a file",
        )
    if raw.startswith(b"\xef\xbb\xbf"):
        raise _fault(
            "Y03",
            path,
            1,
            1,
            "the file starts with a byte order mark",
            "save it as UTF-8 without a byte order mark",
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        line, column = positions.line_column(before, len(before))
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        raise _fault("Y01", path, line, column, message, "save the file as UTF-8") from None


def _refuse_unseen(text: str, path: str) -> None:
    if tab := text.find("\t") + 1:
        raise _fault(
            "Y05", path, *positions.line_column(text, tab - 1), "a tab stands here", "indent and separate with spaces"
        )
    if found := _UNSEEN.search(text):
        name = unicodedata.name(found[0][0], "control character").lower()
        message = f"an unseen character stands here: U+{ord(found[0][0]):04X}, {name}"
        raise _fault(
            "Y04", path, *positions.line_column(text, found.start()), message, "delete it; retype the word if need be"
        )
    if not unicodedata.is_normalized("NFC", text):
        raise _not_composed(text, path)


def _not_composed(text: str, path: str) -> Unreadable:
    composed = unicodedata.normalize("NFC", text)
    index = next(i for i, (mine, due) in enumerate(zip(text, composed, strict=False)) if mine != due)
    message = f"`{composed[index]}` is written in a form that is not composed (from U+{ord(text[index]):04X})"
    advice = "retype the letter, or save the file in Unicode form NFC"
    return _fault("Y14", path, *positions.line_column(text, index), message, advice)


def _suspect(text: str) -> bool:
    return (
        "&" in text
        or "*" in text
        or text.count("[") + text.count("{") > _SUSPECT_BRACKETS
        or any(len(line) > _SUSPECT_LINE for line in text.split("\n"))
        or _SUSPECT_INDENT.search(text) is not None
    )


def _refuse_by_event(text: str, path: str, end: Spot) -> None:
    """Refuse anchors, aliases and depth from the stream of events, in which nothing is expanded or stacked."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            if name := getattr(event, "anchor", None):
                message = f"an anchor or alias named `{name}` stands here"
                advice = "write the value out; if it is text that starts with & or *, quote it"
                raise _fault("Y07", path, *positions.spot(event.start_mark, end), message, advice)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MOST_DEPTH:
                raise _too_deep(path, positions.spot(event.start_mark, end))
    except yaml.YAMLError as error:
        raise _syntax(error, path, end) from None


class _Builder:
    """Turns the nodes of one file into data."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.end = positions.end(text)
        self.may_hold_tags = "!" in text

    def document(self) -> Document:
        root = self._compose()
        if root is None:
            raise _fault("Y10", self.path, 1, 1, "the file holds nothing", "write the record, or delete the file")
        data = self._value(root, 0)
        if not isinstance(data, dict):
            message = "the file holds a list or a single value, not fields"
            raise self._at(root, "Y15", message, "write fields, each as name: value on a line of its own")
        return Document(self.path, data, functools.partial(positions.marks, self.text))

    def _compose(self) -> yaml.Node | None:
        try:
            root: yaml.Node | None = positions.Parser(self.text).get_single_node()
        except yaml.composer.ComposerError as error:
            if "single document" not in str(error.context):
                raise _syntax(error, self.path, self.end) from None
            spot, advice = positions.spot(error.problem_mark, self.end), "delete the line ---; one record a file"
            raise _fault("Y09", self.path, *spot, "a second document starts here", advice) from None
        except yaml.YAMLError as error:
            raise _syntax(error, self.path, self.end) from None
        return root

    def _value(self, node: yaml.Node, depth: int) -> Tree:
        if self.may_hold_tags:
            self._refuse_tag(node)
        if isinstance(node, yaml.ScalarNode):
            return self._text(node) if node.style else meaning(node.value)
        if depth >= MOST_DEPTH:
            raise _too_deep(self.path, positions.spot(node.start_mark, self.end))
        if isinstance(node, yaml.SequenceNode):
            return [self._value(child, depth + 1) for child in node.value]
        return self._mapping(node, depth)

    def _mapping(self, node: yaml.Node, depth: int) -> Tree:
        found: dict[str, Tree] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key in found:
                raise self._twice(key, key_node, node)
            found[key] = self._value(value_node, depth + 1)
        return found

    def _twice(self, key: str, node: yaml.Node, mapping: yaml.Node) -> Unreadable:
        first = next(known for known, _ in mapping.value if known.value == key)
        mark = positions.of_node(node, self.end)
        return Unreadable(
            Finding(
                "Y02",
                Location(self.path, mark.line, mark.column, mark.width),
                f"key `{key}` appears twice; the first is on line {first.start_mark.line + 1}",
                "only one value can be the record's own",
                "delete one; if sources differ, keep the better supported and put the other under says:",
            )
        )

    def _key(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self._at(
                node,
                "Y16",
                "a list or mapping stands where a field's name is due",
                "write a name, a colon and the value",
            )
        if self.may_hold_tags:
            self._refuse_tag(node)
        return self._text(node)

    def _refuse_tag(self, node: yaml.Node) -> None:
        # libyaml's composer drops a bare `!`; only the text still shows it.
        bare = self.text.startswith("!", node.start_mark.index)
        if node.tag is not None or bare:
            message = f"a tag stands here: `{node.tag or '!'}`"
            raise self._at(node, "Y08", message, "delete it; records use plain values only")

    def _text(self, node: yaml.ScalarNode) -> str:
        """Return a text as written; inside double quotes an escape can write what the file itself may not hold."""
        text = str(node.value)
        if node.style == '"' and (
            _UNSEEN.search(text) or "\t" in text or "\r" in text or not unicodedata.is_normalized("NFC", text)
        ):
            raise self._at(
                node,
                "Y04",
                "an escape in this text writes an unseen character",
                "write the letters themselves, without a backslash",
            )
        return text

    def _at(self, node: yaml.Node, code: str, message: str, help: str) -> Unreadable:  # noqa: A002
        return _fault(code, self.path, *positions.spot(node.start_mark, self.end), message, help)


def meaning(text: str) -> Tree:
    """Return what a word without quotes stands for."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if not _DECIMAL.fullmatch(text):
        return text
    number = float(text)
    return int(number) if number.is_integer() else number  # JSON Schema, too, holds 3.0 for a whole number


def _syntax(error: yaml.YAMLError, path: str, end: Spot) -> Unreadable:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or "the text is not YAML")
    help = "look at this line and the one above for a missing colon, quote, space after a colon, or a shifted indent"  # noqa: A001
    return _fault("Y06", path, *positions.spot(mark, end), f"YAML cannot be read from here: {problem}", help)


def _too_deep(path: str, spot: Spot) -> Unreadable:
    message = f"values are nested more than {MOST_DEPTH} deep"
    return _fault("Y11", path, *spot, message, "no field of a record nests that deep; check the indentation")


def _fault(code: str, path: str, line: int, column: int, message: str, help: str) -> Unreadable:  # noqa: A002
    return Unreadable(Finding(code, Location(path, line, column), message, help=help))
