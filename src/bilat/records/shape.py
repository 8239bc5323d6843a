"""What the record schemas say about order and layout: which field comes first, and what always has lines of its own."""

from __future__ import annotations

import re
from typing import Any, Final

from bilat import contract
from bilat.frozen import Frozen

# What is never written in brackets, by where it stands; every record that has a file of its own is among it.
_ON_LINES: Final = {
    "coverage/*",
    "dataset/sides",
    "evidence",
    "issue",
    "issue/hard_case",
    "leads/*",
    "meeting/evidence",
    "meeting/new",
    "meeting/new/publishers",
    "meeting/outcomes",
    "meeting/outcomes/*",
    "meeting/participants",
    "meeting/statements",
    "meeting/statements/*",
    "meeting/tallies",
    "organization",
    "participant",
    "place",
    "reading/readings",
    "source",
}
_ON_LINES_ANYWHERE: Final = {"accept", "accept/*", "names", "positions"}
_ON_ONE_LINE: Final = {"publisher"}  # however long it becomes
_SORTED: Final = {"publishers"}
_NO_SCHEMA: Final[contract.JSON] = {}


class Shape(Frozen):
    """The part of a schema that is about one value, the schema's name, and the way to the value."""

    name: str
    schema: contract.JSON
    place: str

    @property
    def on_lines(self) -> bool:
        """Whether each entry always has a line of its own."""
        return self.place in _ON_LINES or self.place.partition("/")[2] in _ON_LINES_ANYWHERE

    @property
    def on_one_line(self) -> bool:
        """Whether the whole always stands on one line."""
        return self.place in _ON_ONE_LINE

    def rank(self, key: str) -> tuple[int, str]:
        """Return by what the entry of a key is sorted; those that no schema names come last, as they were."""
        known = [name for schema in self._alternatives() for name in schema.get("properties", ())]
        return known.index(key) if key in known else len(known), key if self.place in _SORTED else ""

    def below(self, step: str | None) -> Shape:
        """Return what is said about the value of a key, or with None about an item."""
        for schema in self._alternatives():
            found = schema.get("items") if step is None else _of_key(schema, step)
            if isinstance(found, dict):
                fixed = step is not None and step in schema.get("properties", ())
                return _resolved(self.name, found, f"{self.place}/{step if fixed else '*'}")
        return Shape(self.name, _NO_SCHEMA, f"{self.place}/?")

    def _alternatives(self) -> tuple[contract.JSON, contract.JSON]:
        return self.schema, self.schema.get("then", _NO_SCHEMA)


def of_kind(kind: str) -> Shape:
    """Return what is said about a whole record of a kind."""
    return Shape(kind, contract.record_schemas()[kind], kind)


def _of_key(schema: contract.JSON, key: str) -> Any:  # noqa: ANN401 - JSON
    if key in schema.get("properties", ()):
        return schema["properties"][key]
    patterns = schema.get("patternProperties", {})
    return next((patterns[name] for name in patterns if re.search(name, key)), schema.get("additionalProperties"))


def _resolved(name: str, schema: contract.JSON, place: str) -> Shape:
    """Follow references; that to another record's whole schema leads to the place of such a record."""
    while "$ref" in schema:
        file, _, fragment = schema["$ref"].partition("#")
        if file.startswith("../"):
            return Shape(name, _NO_SCHEMA, place)
        if file:
            name = file.removesuffix(".schema.json")
            place = place if fragment else name
        schema = contract.record_schemas()[name]
        for part in fragment.strip("/").split("/") if fragment else ():
            schema = schema[part]
    return Shape(name, schema, place)
