"""Every constraint that schemas/ declares, and for each of them the smallest thing that breaks it and nothing else.

The schemas are walked, so that a constraint that is added tomorrow is broken tomorrow, and a keyword that this module
cannot break stops it.
"""

from __future__ import annotations

import functools
import json
import re
import string
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from bilat import contract, edtf
from bilat.tabular import expectations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bilat.contract import JSON, TableContract
    from bilat.tabular import Compiled

Steps = tuple[str | int, ...]

# The code under which the record judge tells of a keyword.
CODES: Final = {
    "additionalProperties": "S01",
    "anyOf": "S02",
    "const": "S10",
    "dependentRequired": "S02",
    "enum": "S10",
    "format": "D01",
    "maxLength": "S06",
    "maxProperties": "S07",
    "maximum": "S08",
    "minItems": "S07",
    "minLength": "S07",
    "minProperties": "S07",
    "minimum": "S08",
    "pattern": "S05",
    "required": "S02",
    "type": "S04",
    "uniqueItems": "S09",
    "vocabulary": "S03",
}
ANNOTATIONS: Final = {
    *("$schema", "$defs", "$ref", "title", "description", "examples", "patternErrorMessage"),
    *("x-evidence", "x-required"),
}
APPLICATORS: Final = {"properties", "patternProperties", "items", "propertyNames", "if", "then", "else"}
# For a keyword, the type of value that it is about.
ABOUT: Final = {
    **dict.fromkeys(("pattern", "format", "minLength", "maxLength"), "string"),
    **dict.fromkeys(("minItems", "uniqueItems"), "array"),
    **dict.fromkeys(("minProperties", "maxProperties"), "object"),
    **dict.fromkeys(("required", "additionalProperties", "anyOf", "dependentRequired"), "object"),
}
# What has the form of a date, and a day that there is none of.
DATES: Final = {"edtf": "2021-05-04", "edtf-member": "2021-05-04", "date": "2021-05-04"}
NO_DATES: Final = {"edtf": "2021-13", "edtf-member": "2021-13", "date": "2021-02-30"}
PLAIN: Final = string.ascii_lowercase + string.ascii_uppercase + string.digits + " ."
# One step of a pattern: how a group opens or closes, a class or a character, and how often it may come.
STEP: Final = re.compile(
    r"(?P<step>\(\?:|\||\)|\[[^]]*\]|\\[.]|[A-Za-z0-9/:_ -])(?P<count>[*?+]|\{(?P<least>\d+)(?:,\d*)?\})?"
)
MISSHAPEN: Final = ("Ж Ж", "=x", "w w w w w w w w w", "1899-05-04")


@dataclass(frozen=True)
class Declared:
    """One constraint of a record schema: in which part of which file it stands, its keyword, and what it demands."""

    file: str
    steps: Steps
    keyword: str
    limit: str

    def __str__(self) -> str:
        return f"records/{self.file}#{''.join(f'/{step}' for step in self.steps)} {self.keyword}: {self.limit}"


@dataclass(frozen=True)
class Violation:
    """A record with one fault: the constraint that it breaks, and the way to where that must be told."""

    declared: Declared
    kind: str
    record: Any
    pointer: Steps

    @property
    def code(self) -> str:
        """The code under which the fault must be told."""
        return CODES[self.declared.keyword]

    @property
    def field(self) -> str:
        """The field that must be named: of a field or item too many, the one in which it stands."""
        outer = self.declared.keyword in ("additionalProperties", "uniqueItems")
        return ".".join(map(str, self.pointer[:-1] if outer else self.pointer))


@dataclass(frozen=True)
class Part:
    """A part of a record schema, and where it stands."""

    file: str
    steps: Steps
    schema: JSON

    def below(self, *steps: str | int) -> Part:
        """Return a part of this part."""
        found: Any = self.schema
        for step in steps:
            found = found[step]
        return Part(self.file, (*self.steps, *steps), found)

    def constraints(self) -> Iterator[tuple[Declared, Any]]:
        """Yield what this very part demands, each with the limit itself."""
        if unknown := self.schema.keys() - ANNOTATIONS - APPLICATORS - CODES.keys():
            raise ValueError(f"nobody knows how to break {sorted(unknown)} at {self.file}{self.steps}")
        for keyword, limit in self.schema.items():
            for each in limits(keyword, limit):
                yield self._declared(keyword, each), each
        if "vocabularies/" in self.schema.get("$ref", ""):
            name = self.schema["$ref"].rpartition("/")[2].removesuffix(".schema.json")
            yield self._declared("vocabulary", name), name

    def _declared(self, keyword: str, limit: object) -> Declared:
        return Declared(self.file, self.steps, keyword, json.dumps(limit, ensure_ascii=True))


def limits(keyword: str, limit: Any) -> list[Any]:  # noqa: ANN401 - JSON
    """Return the demands of one keyword, each by itself."""
    if keyword == "required":
        return list(limit)
    if keyword == "dependentRequired":
        return [[key, name] for key, names in limit.items() for name in names]
    known = keyword in CODES and not (keyword == "additionalProperties" and limit is not False)
    return [limit] if known else []


def declared() -> list[Declared]:
    """Return every constraint of every record schema, found without following a reference."""
    return sorted(
        (one for name, schema in contract.record_schemas().items() for one in scan(Part(name, (), schema))), key=str
    )


def scan(part: Part) -> Iterator[Declared]:
    """Yield the constraints of a part and of all within it; an `if` asks and demands nothing."""
    yield from (one for one, _ in part.constraints())
    for key, value in part.schema.items():
        if key in ("properties", "patternProperties", "$defs"):
            for name in value:
                yield from scan(part.below(key, name))
        elif isinstance(value, dict) and key in ("then", "else", "items", "additionalProperties", "propertyNames"):
            yield from scan(part.below(key))


# Sound values.


def layers(part: Part) -> list[Part]:
    """Return a part and those to which its references lead."""
    reference = str(part.schema.get("$ref", ""))
    if not reference or "vocabularies/" in reference:
        return [part]
    file, _, fragment = reference.partition("#")
    name = file.removesuffix(".schema.json") or part.file
    whole = Part(name, (), contract.record_schemas()[name])
    return [part, *layers(whole.below(*fragment.strip("/").split("/")) if fragment else whole)]


def faces(part: Part) -> list[Face]:
    """Return the ways in which a value can be written: one, or with `if` one for each answer."""
    found = layers(part)
    asking = next((layer for layer in found if "if" in layer.schema), None)
    if asking is None:
        return [Face(found)]
    assert asking.schema["if"] == {"type": "object"}
    return [Face([*found, *layers(asking.below("then"))], "object"), Face([*found, *layers(asking.below("else"))])]


@dataclass(frozen=True)
class Face:
    """All parts of the schemas that speak of one value."""

    layers: list[Part]
    is_a: str = ""

    def all(self, keyword: str) -> list[Any]:
        """Return what each layer says under a keyword."""
        return [layer.schema[keyword] for layer in self.layers if keyword in layer.schema]

    @property
    def types(self) -> list[str]:
        """The types that the value may have, the usual one first."""
        said = self.all("type")
        if not said:
            return [self.is_a] if self.is_a else []
        return [said[0]] if isinstance(said[0], str) else list(said[0])

    def child(self, key: str) -> Part | None:
        """Return the part that is about the value of a key."""
        for layer in self.layers:
            if key in layer.schema.get("properties", ()):
                return layer.below("properties", key)
            for pattern in layer.schema.get("patternProperties", ()):
                if re.search(pattern, key):
                    return layer.below("patternProperties", pattern)
        return next((layer.below("additionalProperties") for layer in self.layers if self.open(layer)), None)

    @staticmethod
    def open(layer: Part) -> bool:
        """Say whether a layer has a schema for keys that it does not name."""
        return isinstance(layer.schema.get("additionalProperties"), dict)

    def items(self) -> Part:
        """Return the part that is about each item of a list."""
        return next(layer.below("items") for layer in self.layers if "items" in layer.schema)

    def sound(self, type_: str = "") -> Any:  # noqa: ANN401 - any JSON
        """Return the smallest value, of that type or the usual one, with which every layer is content."""
        terms = [self._terms(layer) for layer in self.layers]
        if known := [found for found in terms if found]:
            return known[0][0]
        made: dict[str, Callable[[], Any]] = {
            "string": self._text,
            "integer": lambda: max([1, *self.all("minimum")]),
            "number": lambda: max([1, *self.all("minimum")]),
            "boolean": lambda: True,
            "array": lambda: [sound(self.items())],
            "object": self._object,
        }
        return made[type_ or self.types[0]]()

    @staticmethod
    def _terms(part: Part) -> list[Any]:
        if "vocabularies/" in part.schema.get("$ref", ""):
            name = part.schema["$ref"].rpartition("/")[2].removesuffix(".schema.json")
            return list(contract.vocabularies()[name].names)
        return list(part.schema.get("enum", [part.schema["const"]] if "const" in part.schema else []))

    def _text(self) -> str:
        if formats := self.all("format"):
            return DATES[formats[0]]
        return sample(self.all("pattern")[0], ()) if self.all("pattern") else "x"

    def _object(self) -> dict[str, Any]:
        keys = [name for names in self.all("required") for name in names]
        keys += [name for choices in self.all("anyOf") for name in choices[0]["required"]]
        found: dict[str, Any] = {key: self._value(key) for key in keys}
        while len(found) < max([1, *self.all("minProperties")]):
            found |= self.entry(found)
        return found

    def entry(self, beside: dict[str, Any]) -> dict[str, Any]:
        """Return one more key with its value."""
        if any(self.open(layer) for layer in self.layers):
            key = sample(self.key_pattern(), tuple(beside))
            return {key: self._value(key)}
        names = [name for properties in self.all("properties") for name in properties if name not in beside]
        return self.having(names[0], {})

    def key_pattern(self) -> str:
        """Return the pattern that keys must match."""
        names = [layer.below("propertyNames") for layer in self.layers if "propertyNames" in layer.schema]
        return str(Face(layers(names[0])).all("pattern")[0])

    def having(self, key: str, found: dict[str, Any], value: Any = None) -> dict[str, Any]:  # noqa: ANN401
        """Return a mapping with one more key, and what that key makes necessary."""
        needed = [name for dependent in self.all("dependentRequired") for name in dependent.get(key, ())]
        return {
            **found,
            **{name: self._value(name) for name in needed},
            key: self._value(key) if value is None else value,
        }

    def _value(self, key: str) -> Any:  # noqa: ANN401 - any JSON
        part = self.child(key)
        assert part is not None, key
        return sound(part)


def sound(part: Part) -> Any:  # noqa: ANN401 - any JSON
    """Return the smallest value that a part of a schema accepts; an object only if nothing else will do."""
    return faces(part)[-1].sound()


@functools.cache
def sample(pattern: str, taken: tuple[str, ...]) -> str:
    """Return a plain text that has a form and is not taken."""
    made = (chosen(pattern, turn) for turn in range(len(taken) + 2))
    return next(text for text in made if text not in taken and re.search(pattern, text))


def chosen(pattern: str, turn: int) -> str:
    """Return what a pattern matches: its first branches, the fewest repetitions, and of each class this member."""
    branch, rest = [""], pattern.removeprefix("^").removesuffix("$")
    stack: list[list[str]] = []
    while found := STEP.match(rest):
        rest = rest[found.end() :]
        step, fewest = found["step"], 0 if found["count"] in ("*", "?") else int(found["least"] or 1)
        if step == "(?:":
            stack.append(branch)
            branch = [""]
            continue
        if step == "|":
            branch.append("")
            continue
        piece = branch[0] if step == ")" else member(step, turn)
        branch = stack.pop() if step == ")" else branch
        branch[-1] += piece * fewest
    assert not rest, f"{pattern} is not what record schemas are written in"
    return branch[0]


def member(step: str, turn: int) -> str:
    """Return one of the characters that a step matches."""
    if not step.startswith("["):
        return step.removeprefix("\\")
    fitting = [character for character in PLAIN if re.fullmatch(step, character)]
    return fitting[turn % len(fitting)]


# What breaks one constraint.


def violations() -> Iterator[Violation]:
    """Yield, for each kind of record, a violation of every constraint at every place where it holds."""
    for kind, schema in contract.record_schemas().items():
        if kind != "common":
            yield from broken(kind, Part(kind, (), schema), (), lambda value: value)


def broken(kind: str, part: Part, pointer: Steps, within: Callable[[Any], Any]) -> Iterator[Violation]:
    """Yield what breaks a constraint of a part or of what is below it, in an otherwise sound record."""
    for face in faces(part):
        for layer in face.layers:
            for one, limit in layer.constraints():
                value, at = breaking(face, one.keyword, limit)
                yield Violation(one, kind, within(value), (*pointer, *at))
        yield from broken_keys(kind, face, pointer, within)
        yield from broken_below(kind, face, pointer, within)


def broken_below(kind: str, face: Face, pointer: Steps, within: Callable[[Any], Any]) -> Iterator[Violation]:
    """Yield what is broken in an entry of a mapping or an item of a list."""
    keys = [name for properties in face.all("properties") for name in properties]
    keys += [sample(pattern, ()) for patterns in face.all("patternProperties") for pattern in patterns]
    if any(face.open(layer) for layer in face.layers):
        keys += face.entry(dict.fromkeys(keys))
    base = face.sound("object") if keys else {}
    for key in dict.fromkeys(keys):
        part = face.child(key)
        assert part is not None
        place = functools.partial(_with_key, within, face, base, key)
        yield from broken(kind, part, (*pointer, key), place)
    if face.all("items"):
        yield from broken(kind, face.items(), (*pointer, 0), lambda value: within([value]))


def _with_key(within: Callable[[Any], Any], face: Face, base: dict[str, Any], key: str, value: Any) -> Any:  # noqa: ANN401
    return within({**face.having(key, base), key: value})


def broken_keys(kind: str, face: Face, pointer: Steps, within: Callable[[Any], Any]) -> Iterator[Violation]:
    """Yield what breaks a constraint on keys; that a key is text no record can break."""
    for layer in face.layers:
        if "propertyNames" not in layer.schema:
            continue
        names = Face(layers(layer.below("propertyNames")), "string")
        base = face.sound("object")
        value = next(iter(face.entry({}).values()))
        for inner in names.layers:
            for one, limit in inner.constraints():
                if one.keyword != "type":
                    key = breaking(names, one.keyword, limit)[0]
                    smaller = dict(list(base.items())[1:])
                    yield Violation(one, kind, within({**smaller, key: value}), (*pointer, key))


def breaking(face: Face, keyword: str, limit: Any) -> tuple[Any, Steps]:  # noqa: ANN401 - JSON
    """Return a value that breaks one constraint and no other, and the way from it to where that is told."""
    base: Any = face.sound(ABOUT[keyword]) if keyword in ABOUT else None
    if keyword == "dependentRequired":
        base = face.having(limit[0], base)
    made: dict[str, Callable[[], Any]] = {
        "additionalProperties": lambda: {**base, "no_such_field": 1},
        "anyOf": lambda: _less(base, *(name for choice in limit for name in choice["required"])),
        "const": lambda: "no-such-term",
        "dependentRequired": lambda: _less(base, limit[1]),
        "enum": lambda: "no-such-term",
        "format": lambda: NO_DATES[limit],
        "maxLength": lambda: base + base[-1] * (limit + 1 - len(base)),
        "maxProperties": lambda: functools.reduce(lambda found, _: found | face.entry(found), range(limit), base),
        "maximum": lambda: limit + 1,
        "minItems": lambda: base[: limit - 1],
        "minLength": lambda: base[: limit - 1],
        "minProperties": lambda: dict(list(base.items())[: limit - 1]),
        "minimum": lambda: limit - 1,
        "pattern": lambda: misshapen(face, limit),
        "required": lambda: _less(base, limit),
        "type": lambda: next(value for value, name in ((True, "boolean"), ("x", "string")) if name not in limit),
        "uniqueItems": lambda: [base[0], base[0]],
        "vocabulary": lambda: "no-such-term",
    }
    inside: dict[str, Steps] = {"additionalProperties": ("no_such_field",), "uniqueItems": (1,)}
    return made[keyword](), inside.get(keyword, ())


def _less(found: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in found.items() if key not in names}


def misshapen(face: Face, pattern: str) -> str:
    """Return a text that has not the form, and against which no other keyword has anything."""
    return next(
        text
        for text in MISSHAPEN
        if not re.search(pattern, text)
        and (not set(face.all("format")) & {"edtf", "edtf-member"} or is_date(text))
        and len(text) >= max([0, *face.all("minLength")])
    )


def is_date(text: str) -> bool:
    """Say whether a text is a date as records write it."""
    try:
        edtf.parse(text)
    except edtf.NotADate:
        return False
    return True


# Tables.


def triples(table: TableContract) -> Iterator[tuple[str, str, object]]:
    """Yield every constraint that a table declares as column, constraint and a value that breaks it."""
    for column in table.columns:
        for constraint, limit in column.constraints.items():
            yield column.name, constraint, violation(constraint, limit)
        if column.vocabulary:
            yield column.name, "enum", "no-such-term"
    for key in table.foreign_keys:
        yield key.columns[0], f"reference: {key.table}.{key.referenced[0]}", "no-such-id"
    yield table.key[-1], "primaryKey", None


def violation(constraint: str, limit: Any) -> object:  # noqa: ANN401
    """Return a value that breaks a constraint and no other that goes with it."""
    if constraint in ("minimum", "maximum"):
        return limit - 1 if constraint == "minimum" else limit + 1
    return {"required": None, "unique": None, "pattern": "Ж Ж", "minLength": ""}[constraint]


def copies(table: Compiled) -> list[dict[str, object]]:
    """Return one row again for every constraint of its table, each copy with the one cell that breaks it."""
    base = max(table.data.to_pylist(), key=lambda row: sum(value is not None for value in row.values()))
    return [
        dict(base) if constraint in ("unique", "primaryKey") else {**base, column: value}
        for column, constraint, value in triples(table.projection.contract)
    ]


def swapped(table: Compiled) -> list[tuple[str, dict[str, object]]]:
    """Return one row again for every two columns that are held in order, with the first after the second."""
    rows = table.data.to_pylist()
    found = []
    for first, second in expectations.ORDERED.get(table.projection.contract.name, ()):
        base = next(row for row in rows if row[first] is not None and row[second] is not None)
        step = 1 if isinstance(base[second], int) else timedelta(days=1)
        found.append((f"{first} is not after {second}", {**base, first: base[second] + step}))
    return found


# The list that is kept of them.


def lines() -> list[str]:
    """Return one line for every constraint and every term that schemas/ declares, sorted."""
    found = [str(one) for one in declared()]
    for name, vocabulary in contract.vocabularies().items():
        found += [f"vocabularies/{name} term: {json.dumps(term)}" for term in vocabulary.names]
    for name, table in contract.tables().items():
        found += table_lines(name, table)
    return sorted(found)


def table_lines(name: str, table: TableContract) -> Iterator[str]:
    """Yield one line for every constraint of a table."""
    for column in table.columns:
        at = f"tables/{name}.{column.name}"
        yield f"{at} type: {json.dumps(column.type)}"
        yield from (f"{at} {key}: {json.dumps(limit)}" for key, limit in column.constraints.items())
        if column.vocabulary:
            yield f"{at} vocabulary: {json.dumps(column.vocabulary)}"
    for key in table.foreign_keys:
        yield f"tables/{name}.{','.join(key.columns)} reference: {key.table}.{','.join(key.referenced)}"
    yield f"tables/{name} primaryKey: {','.join(table.key)}"
    yield from (f"tables/{name} order: {a} is not after {b}" for a, b in expectations.ORDERED.get(name, ()))
