"""The files of schemas/ as typed objects: vocabularies, record schemas (JSON Schema), table schemas (Table Schema).

Everything that is said once about a field, a term or a column is said there; this module only reads it, and refuses
what it does not know, so that nothing written there can be ignored in silence.
"""

from __future__ import annotations

import functools
import json
import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bilat.errors import BadContract
from bilat.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

JSON = dict[str, Any]

_FIELD_KEYS = {
    "name",
    "type",
    "title",
    "description",
    "constraints",
    "x-vocabulary",
    "x-from",
    "x-null",
    "rdfType",
}
_SCHEMA_KEYS = {
    "$schema",
    "name",
    "title",
    "description",
    "fields",
    "primaryKey",
    "foreignKeys",
    "missingValues",
    "x-row",
    "x-warnings",
    "x-folder",
}


class Term(Frozen):
    """One term of a vocabulary, with its definition and coding rule, and its codes elsewhere where they are known."""

    term: str
    title: str
    description: str
    codes: Mapping[str, str]


class Vocabulary(Frozen):
    """A closed list of terms. A derived one is never written in a record."""

    name: str
    title: str
    description: str
    terms: tuple[Term, ...]
    derived: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The terms themselves, in the order of the file."""
        return tuple(term.term for term in self.terms)


class Column(Frozen):
    """One column of a table: its meaning, type, constraints, where its values come from and what null means."""

    name: str
    type: str
    description: str
    constraints: JSON
    vocabulary: str | None
    origin: str
    null: str | None

    @property
    def required(self) -> bool:
        """Whether every row must have a value."""
        return bool(self.constraints.get("required"))


class ForeignKey(Frozen):
    """Columns whose values are those of a key elsewhere."""

    columns: tuple[str, ...]
    table: str
    referenced: tuple[str, ...]


class TableContract(Frozen):
    """What a table promises to those who read it."""

    name: str
    title: str
    description: str
    row: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    warnings: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """Return one column by name."""
        return next(column for column in self.columns if column.name == name)


def folder() -> Path:
    """Return the folder of schemas: the one inside an installed package, else that of the checkout."""
    packed = Path(__file__).parent / "_schemas"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "schemas"


@functools.cache
def vocabularies() -> Mapping[str, Vocabulary]:
    """Return every vocabulary by name."""
    return {path.name.removesuffix(".schema.json"): _vocabulary(path) for path in _files("vocabularies")}


@functools.cache
def terms() -> Mapping[str, tuple[str, ...]]:
    """Return the terms alone of every vocabulary by name."""
    found = {path.name.removesuffix(".schema.json"): _read(path)["oneOf"] for path in _files("vocabularies")}
    return {name: tuple(term["const"] for term in listed) for name, listed in found.items()}


@functools.cache
def record_schemas() -> Mapping[str, JSON]:
    """Return every record schema, as plain JSON, by its file's name without the ending."""
    return {path.name.removesuffix(".schema.json"): _read(path) for path in _files("records")}


@functools.cache
def tables(frozen: Path | None = None) -> Mapping[str, TableContract]:
    """Return the contract of every table by name: of the next release, or of that whose frozen schemas are given."""
    files = _files("tables") if frozen is None else sorted(frozen.glob("*.schema.json"))
    return {path.name.removesuffix(".schema.json"): _table(path) for path in files}


def table_descriptor(name: str) -> JSON:
    """Return a table's schema as plain Table Schema: enums spelled out, nothing that points outside of it."""
    found = _read(folder() / "tables" / f"{name}.schema.json")
    for column in found["fields"]:
        if vocabulary := column.get("x-vocabulary"):
            column.setdefault("constraints", {})["enum"] = list(vocabularies()[vocabulary].names)
    return found


def record_document(name: str) -> JSON:
    """Return a record schema as one document: all that it refers to stands in its $defs, terms with definitions."""
    found: JSON = _pointing_inwards(record_schemas()[name], "records", "")
    parts: dict[str, JSON] = {}
    waiting = _parts_named(found)
    while waiting:
        part = waiting.pop()
        if part not in parts:
            kind, _, file = part.partition(".")
            parts[part] = _pointing_inwards(_read(folder() / kind / f"{file}.schema.json"), kind, f"/$defs/{part}")
            del parts[part]["$schema"]
            waiting |= _parts_named(parts[part])
    found["$defs"] = {**found.get("$defs", {}), **dict(sorted(parts.items()))}
    return found


def _pointing_inwards(schema: Any, kind: str, at: str) -> Any:  # noqa: ANN401 - any part of a schema
    """Return a schema from one of the folders with references as they must be where it stands in the document."""
    if isinstance(schema, list):
        return [_pointing_inwards(part, kind, at) for part in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _pointing_inwards(value, kind, at) for key, value in schema.items()}
    if isinstance(reference := schema.get("$ref"), str):
        path, _, fragment = reference.partition("#")
        part = posixpath.normpath(f"{kind}/{path}").removesuffix(".schema.json").replace("/", ".")
        found["$ref"] = f"#/$defs/{part}{fragment}" if path else f"#{at}{fragment}"
    return found


def _parts_named(schema: JSON) -> set[str]:
    return set(re.findall(r'"\$ref": "#/\$defs/((?:records|vocabularies)\.[^/"]+)', json.dumps(schema)))


def _files(kind: str) -> list[Path]:
    return sorted((folder() / kind).glob("*.schema.json"))


def _read(path: Path) -> JSON:
    found: JSON = json.loads(path.read_bytes())
    return found


def _vocabulary(path: Path) -> Vocabulary:
    found = _read(path)
    terms = tuple(
        Term(term["const"], term["title"], term["description"], term.get("x-codes", {})) for term in found["oneOf"]
    )
    name = path.name.removesuffix(".schema.json")
    return Vocabulary(name, found["title"], found["description"], terms, bool(found.get("x-derived")))


def _table(path: Path) -> TableContract:
    found = _read(path)
    _refuse_unknown(found, _SCHEMA_KEYS, str(path))
    return TableContract(
        found["name"],
        found["title"],
        found["description"],
        found["x-row"],
        tuple(_column(column, found["name"]) for column in found["fields"]),
        tuple(found["primaryKey"]),
        tuple(_foreign_key(key, found["name"]) for key in found.get("foreignKeys", ())),
        tuple(found.get("x-warnings", ())),
    )


def _column(found: JSON, table: str) -> Column:
    _refuse_unknown(found, _FIELD_KEYS, f"{table}.{found['name']}")
    vocabulary = found.get("x-vocabulary")
    if vocabulary is not None and vocabulary not in vocabularies():
        raise BadContract(f"{table}.{found['name']} names a vocabulary that does not exist: {vocabulary}")
    return Column(
        found["name"],
        found["type"],
        found["description"],
        found.get("constraints", {}),
        vocabulary,
        found["x-from"],
        found.get("x-null"),
    )


def _foreign_key(found: JSON, table: str) -> ForeignKey:
    reference = found["reference"]
    return ForeignKey(tuple(found["fields"]), reference["resource"] or table, tuple(reference["fields"]))


def _refuse_unknown(found: JSON, known: set[str], where: str) -> None:
    if unknown := found.keys() - known:
        raise BadContract(f"{where} has properties that nothing carries out: {', '.join(sorted(unknown))}")
