"""Which judge finds the violation of which constraint: `make mutants` prints the matrix, and fails on a blank.

Each declared constraint is broken by itself: those of records in a sound record, those of tables in one row more, for
pandera in memory and for frictionless in the text of the CSV.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyarrow as pa
from tests import full_world, violations

from bilat.package import judge_frictionless, judge_pandera
from bilat.records import document, schema, strict_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.full_world import World
    from tests.violations import Violation

    from bilat.findings import Finding
    from bilat.package.breach import Breach

JUDGES: Final = ("record schema", "pandera", "frictionless")
KILLED: Final = "killed"
NOT_DECLARED: Final = "-"
BLANK: Final = "BLANK"
# Constraints that can never be broken alone, by the line that declares them: why, and what finds the violation.
EXCEPTIONS: Final = {
    'records/dataset#/properties/time_rule type: "string"': "the enum beside it",
}
# What frictionless does not say: empty text is missing to it, and it cannot compare two columns.
EMPTY: Final = "Parquet against CSV"
ORDER: Final = "pandera"

Matrix = dict[str, dict[str, str]]


def judged(found: Violation) -> tuple[document.Document, list[Finding]]:
    """Return a broken record as it is read from a file, and what the record judge has against it."""
    if isinstance(found.record, dict):
        read = strict_yaml.read(json.dumps(found.record, ensure_ascii=False).encode(), "a.yaml")
    else:
        read = document.Document("a.yaml", found.record)
    return read, schema.judge(read, found.kind)


def is_told(found: Violation) -> bool:
    """Say whether a violation is told once, under its code, at its place, and nothing else with it."""
    read, findings = judged(found)
    places = {read.at(found.pointer), read.at(found.pointer, key=True)}
    return [(found.code, found.field, True)] == [(f.code, f.field, f.location in places) for f in findings]


def of_records() -> Matrix:
    """Break every constraint of the record schemas wherever it holds."""
    told: dict[str, list[bool]] = defaultdict(list)
    for found in violations.violations():
        told[str(found.declared)].append(is_told(found))
    matrix = {}
    for one in map(str, violations.declared()):
        missed = f"covered by {EXCEPTIONS[one]}" if one in EXCEPTIONS else BLANK
        verdict = KILLED if told[one] and all(told[one]) else missed
        matrix[one] = dict.fromkeys(JUDGES, NOT_DECLARED) | {"record schema": verdict}
    return matrix


def of_tables(world: World, scratch: Path) -> Matrix:
    """Break every constraint of the table schemas, in memory and in the text of a CSV."""
    matrix: Matrix = defaultdict(lambda: dict.fromkeys(JUDGES, NOT_DECLARED))
    for judge, found in (("pandera", by_pandera(world)), ("frictionless", by_frictionless(world, scratch))):
        for name, table in world.tables.items():
            about = table.projection.contract
            rows = enumerate(violations.triples(about), table.data.num_rows)
            for row, (column, constraint, _) in rows:
                required = about.column(column).required
                verdict = verdict_on(column, constraint, told(found[name], row), judge, required=required)
                matrix[f"tables/{name}.{column} {constraint}"][judge] = verdict
            start = table.data.num_rows + len(violations.copies(table))
            for row, (order, _) in enumerate(violations.swapped(table), start):
                seen = any(breach.row == row and breach.constraint == f"order: {order}" for breach in found[name])
                missed = f"covered by {ORDER}" if judge == "frictionless" else BLANK
                matrix[f"tables/{name} order: {order}"][judge] = KILLED if seen else missed
    return dict(matrix)


def verdict_on(column: str, constraint: str, got: set[tuple[str, str]], judge: str, *, required: bool) -> str:
    """Say whether a broken constraint is found, and nothing else but what breaks with it.

    A copy of a row repeats keys, and empty text in a reference leads nowhere besides being empty.
    """
    if constraint in ("unique", "primaryKey"):
        return KILLED if (column, constraint) in got else BLANK
    also = ("unique", "primaryKey", "reference:") if constraint == "minLength" else ("unique", "primaryKey")
    got = {pair for pair in got if not pair[1].startswith(also)}
    if constraint == "minLength" and judge == "frictionless":
        if not required:
            return BLANK if got else f"covered by {EMPTY}"
        constraint = "required"
    return KILLED if got == {(column, constraint)} else BLANK


def told(breaches: list[Breach], row: int) -> set[tuple[str, str]]:
    """Return what is found in one row, less that its columns are out of order."""
    return {
        (breach.column, breach.constraint)
        for breach in breaches
        if breach.row == row and not breach.constraint.startswith("order: ")
    }


def broken_rows(world: World, name: str) -> list[dict[str, object]]:
    """Return the rows that are added to a table, each with one fault."""
    table = world.tables[name]
    return [*violations.copies(table), *(row for _, row in violations.swapped(table))]


def by_pandera(world: World) -> Mapping[str, list[Breach]]:
    """Judge every table with its broken rows in memory."""
    lookup = judge_pandera.referenced(world.tables)
    found = {}
    for name, table in world.tables.items():
        more = pa.Table.from_pylist(broken_rows(world, name), table.data.schema)
        found[name] = judge_pandera.judge_one(table, pa.concat_tables([table.data, more]), lookup)
    return found


def by_frictionless(world: World, scratch: Path) -> Mapping[str, list[Breach]]:
    """Judge every table with its broken rows in the text of its CSV."""
    out = full_world.some_of(world.written, scratch / "out", set(world.tables))
    for name in world.tables:
        path = out / "csv" / f"{name}.csv"
        more = ([full_world.as_text(cell) for cell in row.values()] for row in broken_rows(world, name))
        full_world.write_rows([*full_world.raw_rows(path), *more], path)
    breaches = defaultdict(list)
    for breach in judge_frictionless.judge(out):
        breaches[breach.table].append(breach)
    return breaches


def blanks(matrix: Matrix) -> list[str]:
    """Return the constraints that a judge which declares them does not find, or that no judge finds."""
    return [
        name
        for name, row in matrix.items()
        if BLANK in row.values() or (KILLED not in row.values() and name not in EXCEPTIONS)
    ]


def shown(matrix: Matrix) -> Iterator[str]:
    """Yield the matrix as lines of text, and how often each judge did what."""
    yield "\t".join(("constraint", *JUDGES))
    for name, row in matrix.items():
        yield "\t".join((name, *(row[judge] for judge in JUDGES)))
    yield ""
    for judge in JUDGES:
        counts = Counter(row[judge].partition(":")[0] for row in matrix.values() if row[judge] != NOT_DECLARED)
        yield f"{judge}: {', '.join(f'{number} {verdict}' for verdict, number in counts.most_common())}"


def report(matrix: Matrix) -> int:
    """Print the matrix; return 1 if it has a blank."""
    missing = blanks(matrix)
    for line in (*shown(matrix), f"{len(matrix)} constraints, {len(missing)} blank", *missing):
        sys.stdout.write(f"{line}\n")
    return 1 if missing else 0


def main() -> int:
    """Print the matrix, or with --list what is declared."""
    if sys.argv[1:] == ["--list"]:
        sys.stdout.write("".join(f"{line}\n" for line in violations.lines()))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        root, out = Path(scratch, "root"), Path(scratch, "out")
        root.mkdir()
        out.mkdir()
        return report(of_records() | of_tables(full_world.make(root), out))


if __name__ == "__main__":
    sys.exit(main())
