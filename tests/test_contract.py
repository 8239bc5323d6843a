"""What schemas/tables promises is whole, plain, and nothing in it is ignored."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bilat import contract, tabular
from bilat.contract import Column, ForeignKey, TableContract
from bilat.errors import BadContract
from bilat.tabular import arrow, expectations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def patterns(found: Any) -> Iterator[str]:  # noqa: ANN401 - JSON is anything
    """Yield every pattern in a schema, of values and of keys."""
    if isinstance(found, dict):
        if isinstance(found.get("pattern"), str):
            yield found["pattern"]
        yield from found.get("patternProperties", ())
        found = list(found.values())
    for below in found if isinstance(found, list) else ():
        yield from patterns(below)


TABLES = contract.tables()
COLUMNS = [(table, column) for table in TABLES.values() for column in table.columns]
KEYS = [(table, key) for table in TABLES.values() for key in table.foreign_keys]
PATTERNS_OF_RECORDS = sorted({pattern for found in contract.record_schemas().values() for pattern in patterns(found)})
PATTERNS = sorted({column.constraints["pattern"] for _, column in COLUMNS if "pattern" in column.constraints})
ORIGIN = re.compile(r"(hand-written|derived): [^ ].*[^. ]")
WORD = re.compile(r"[\w'?%~/.,;:()-]+")
# Groups, classes of plain characters and ranges, counts, alternatives, anchors at the ends: ECMA 262, Python's re and
# RE2 read these alike. A backslash, a look around, a lazy count or a flag is none of them.
SHARED = re.compile(
    r"\^(?:\(\?:|\)|\||[A-Za-z0-9/:\-]|\[\^?[A-Za-z0-9 .\-]+\]|[*+?](?![*+?])|\{\d+(?:,\d*)?\}(?!\?))*\$"
)
# In record schemas a text may go on after what is demanded of its start, a point may be escaped, and a class may hold
# marks and blanks, which stand there themselves: what `\\s` means is not the same everywhere.
IN_RECORDS = re.compile(
    r"\^(?:\(\?:|\)|\||\\[.]|[A-Za-z0-9/:_ \-]"
    '|\\[\\^?(?:[A-Za-z0-9 ._/=+@?~%<>"\t\n\r\u00a0\u1680\u2000\u200a\u202f\u205f\u3000]|-)+\\]'
    r"|[*+?](?![*+?])|\{\d+(?:,\d*)?\}(?!\?))*\$?"
)

FIELD = {"name": "id", "type": "string", "description": "What it is.", "x-from": "derived: nothing"}
SCHEMA = {
    "name": "odd",
    "title": "Odd",
    "description": "A table.",
    "x-row": "one thing",
    "fields": [FIELD],
    "primaryKey": ["id"],
}
UNKNOWN: dict[str, tuple[dict[str, Any], str]] = {
    "of-the-table": ({**SCHEMA, "fieldsMatch": "exact"}, "fieldsMatch"),
    "of-a-column": ({**SCHEMA, "fields": [{**FIELD, "format": "uri"}]}, "odd.id has properties .*: format"),
    "vocabulary": ({**SCHEMA, "fields": [{**FIELD, "x-vocabulary": "moods"}]}, "does not exist: moods"),
}


def named(pair: tuple[TableContract, Column]) -> str:
    """Name a column for a report."""
    return f"{pair[0].name}.{pair[1].name}"


def offenders(law: Callable[[TableContract, Column], bool]) -> list[str]:
    """Return the columns that break a law."""
    return [named((table, column)) for table, column in COLUMNS if not law(table, column)]


def odd(**changed: object) -> TableContract:
    """Return the contract of an invented table with one column of these constraints or this type."""
    column = {"type": "string", "constraints": {}, **changed}
    made = Column("id", str(column["type"]), "What it is.", dict(column["constraints"]), None, "derived: x", None)  # type: ignore[call-overload]
    return TableContract("odd", "Odd", "A table.", "one thing", (made,), ("id",), ())


def words(text: str) -> list[str]:
    """Return the words of a sentence in small letters, less an article at its head."""
    found = [word.strip(".,;:()") for word in WORD.findall(text.lower())]
    return found[1:] if found[0] in ("the", "a", "an") else found


def test_a_description_is_a_sentence() -> None:
    """Every column is described in a sentence of at least eight words."""
    assert offenders(lambda _, c: len(c.description.split()) >= 8) == []
    assert offenders(lambda _, c: c.description[0].isupper() and c.description.endswith(".")) == []


def test_a_description_says_more_than_its_name() -> None:
    """No description begins by repeating the name of its column."""

    def is_new(_: TableContract, column: Column) -> bool:
        name = column.name.split("_")
        return words(column.description)[: len(name)] != name and words(column.description)[0] != column.name

    assert offenders(is_new) == []


def test_two_columns_of_a_table_are_not_described_alike() -> None:
    """Within a table every column has a description of its own."""
    alike = [
        f"{table.name}: {column.description}"
        for table in TABLES.values()
        for column in table.columns
        if [other.description for other in table.columns].count(column.description) > 1
    ]

    assert alike == []


def test_a_column_says_where_its_values_come_from() -> None:
    """Every column names its origin: a field that is written by hand, or what it is derived from."""
    assert offenders(lambda _, c: bool(ORIGIN.fullmatch(c.origin))) == []


def test_what_missing_means_is_said_just_where_values_can_be_missing() -> None:
    """A column says what null means if and only if it is not required."""
    assert offenders(lambda _, c: (c.null is None) == c.required) == []
    assert offenders(lambda _, c: c.null is None or c.null.endswith(".")) == []


def test_a_key_is_made_of_required_columns() -> None:
    """Every table has a key, and no part of a key can be missing."""
    assert [table.name for table in TABLES.values() if not table.key] == []
    assert offenders(lambda table, c: c.name not in table.key or c.required) == []


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_a_table_introduces_itself(table: TableContract) -> None:
    """A table says in words what it is, what one row is, and what to mind; its name is that of its file."""
    path = contract.folder() / "tables" / f"{table.name}.schema.json"

    assert json.loads(path.read_text("utf-8"))["name"] == table.name
    assert len(table.description.split()) >= 8
    assert table.description[0].isupper()
    assert table.description.endswith(".")
    assert re.fullmatch(r"(one|what one) [a-z].*[^.]", table.row)
    assert [note for note in table.warnings if not note.endswith(".")] == []
    assert len({column.name for column in table.columns}) == len(table.columns)


def test_only_an_empty_cell_is_missing() -> None:
    """Every table says that nothing but empty text stands for a missing value."""
    assert {name: [""] for name in TABLES} == {
        name: contract.table_descriptor(name)["missingValues"] for name in TABLES
    }


@pytest.mark.parametrize("case", UNKNOWN)
def test_an_unknown_property_is_refused(case: str, tmp_path: Path) -> None:
    """What a schema says and nothing here carries out is a fault of the schema, never ignored."""
    schema, message = UNKNOWN[case]
    path = tmp_path / "odd.schema.json"
    path.write_text(json.dumps(schema), "utf-8")

    with pytest.raises(BadContract, match=message):
        contract._table(path)


@pytest.mark.parametrize("name", ["maxLength", "jsonSchema", "exclusiveMinimum", "enum"])
def test_an_unknown_constraint_is_refused(name: str) -> None:
    """A constraint that pandera would not be told of is refused."""
    with pytest.raises(BadContract, match=f"no check is known for the constraint {name} of column id"):
        expectations.schema(odd(constraints={name: 1}), {})


@pytest.mark.parametrize("type_", ["any", "datetime", "list", "object", "year"])
def test_an_unknown_type_is_refused(type_: str) -> None:
    """A type without an Arrow type is refused by both derivers."""
    with pytest.raises(BadContract, match=f"no Arrow type is known for {type_} of column id"):
        arrow.schema(odd(type=type_), "dev")
    with pytest.raises(BadContract, match=f"no Arrow type is known for {type_} of column id"):
        expectations.schema(odd(type=type_), {})


def test_every_known_constraint_is_used() -> None:
    """The deriver knows no constraint that no column declares, so that each of them is tried."""
    assert set(expectations._CONSTRAINTS) == {name for _, column in COLUMNS for name in column.constraints}


@pytest.mark.parametrize(("table", "key"), KEYS, ids=lambda part: getattr(part, "name", None) or part.columns[0])
def test_a_reference_leads_to_one_row(table: TableContract, key: ForeignKey) -> None:
    """A foreign key is one column, of the type of the one column that identifies the rows of an existing table."""
    assert (len(key.columns), len(key.referenced)) == (1, 1)
    target = TABLES[key.table]
    column = target.column(key.referenced[0])

    assert key.referenced == target.key or column.constraints.get("unique")
    assert table.column(key.columns[0]).type == column.type


def test_a_key_of_several_columns_is_refused() -> None:
    """A foreign key that the judges would not follow is refused."""
    broken = odd()
    key = ForeignKey(("id", "id"), "odd", ("id", "id"))

    with pytest.raises(BadContract, match="a foreign key of odd has several columns, which is not carried over"):
        expectations.schema(TableContract("odd", "", "", "", broken.columns, ("id",), (key,)), {})


def bare(pattern: str) -> str:
    """Return what stands in no group and in no class of a pattern."""
    depth = 0
    found = []
    for character in re.sub(r"\[[^]]*\]", "", pattern):
        depth += {"(": 1, ")": -1}.get(character, 0)
        found += [character] * (depth == 0)
    return "".join(found)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_is_read_alike_everywhere(pattern: str) -> None:
    """A pattern is anchored, groups its alternatives, and uses only what ECMA, Python and RE2 read alike."""
    assert SHARED.fullmatch(pattern)
    assert "|" not in bare(pattern)
    assert re.compile(pattern)


@pytest.mark.parametrize("pattern", PATTERNS_OF_RECORDS)
def test_a_pattern_of_records_is_read_alike_everywhere(pattern: str) -> None:
    """So does a pattern of a record schema, which editors and other people's validators read too."""
    assert IN_RECORDS.fullmatch(pattern)
    assert "|" not in bare(pattern)
    assert re.compile(pattern)


def test_a_shared_pattern_is_a_narrow_thing() -> None:
    """The law of patterns refuses look-around, backslash classes, lazy counts and flags."""
    refused = [r"^\d+$", "^(?=a)a$", "^(?!a)b$", "^a*?$", "^(?i)a$", "a", "^a", r"^\w$", "^(?P<a>b)$", "^a++$"]

    assert [pattern for pattern in refused if SHARED.fullmatch(pattern)] == []
    kept = [pattern for pattern in refused if IN_RECORDS.fullmatch(pattern)]
    assert kept == ["^a"]
    assert [pattern for pattern in (r"^\S+$", r"^[^\s]+$", r"^[\w]$", "^.$") if IN_RECORDS.fullmatch(pattern)] == []


def test_every_table_is_projected_with_a_trace_of_every_column() -> None:
    """For each table there is a projection, and its trace names the table's columns, all and no others."""
    projections = tabular._projections()

    assert list(TABLES) == list(projections)
    assert {name: set(projection.trace) for name, projection in projections.items()} == {
        name: {c.name for c in table.columns} for name, table in TABLES.items()
    }


def test_every_projection_has_a_table() -> None:
    """No module of projections stands beside the tables."""
    modules = Path(tabular.__file__).parent / "projections"

    assert set(TABLES) == {path.stem for path in modules.glob("*.py")} - {"__init__"}


def test_ordered_columns_exist_and_compare() -> None:
    """What is held in order are two columns of one table and one type."""
    types = {
        (name, pair): {TABLES[name].column(column).type for column in pair}
        for name, pairs in expectations.ORDERED.items()
        for pair in pairs
    }

    assert [case for case, found in types.items() if len(found) != 1 or found - {"date", "integer"}] == []


def test_a_vocabulary_is_spelled_out_in_the_descriptor() -> None:
    """A published schema lists the terms of a vocabulary themselves, in order, and points nowhere."""
    spelled = {
        (name, field["name"]): field["constraints"]["enum"]
        for name in TABLES
        for field in contract.table_descriptor(name)["fields"]
        if "enum" in field.get("constraints", {})
    }
    named_ = {
        (table.name, column.name): list(contract.vocabularies()[column.vocabulary].names)
        for table, column in COLUMNS
        if column.vocabulary
    }

    assert named_ == spelled
    assert [name for name in TABLES if '"$ref"' in json.dumps(contract.table_descriptor(name))] == []
