"""Every constraint that is declared is found when it alone is broken; when it is dropped, the suite knows."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from tests import full_world, mutants, violations

from bilat import contract
from bilat.records import validators

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.full_world import World
    from tests.mutants import Matrix
    from tests.violations import Declared, Violation

ROOT: Final = Path(__file__).parents[1]
SNAPSHOT: Final = Path(__file__).parent / "constraints.txt"
BROKEN: Final = list(violations.violations())


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Compile the invented world, with what it lacks."""
    return full_world.make(tmp_path_factory.mktemp("mutants"))


@pytest.fixture(scope="module")
def matrix(world: World, tmp_path_factory: pytest.TempPathFactory) -> Matrix:
    """Break everything once, before every judge."""
    return mutants.of_records() | mutants.of_tables(world, tmp_path_factory.mktemp("csv"))


def test_the_full_world_fills_every_table(world: World) -> None:
    """No table is empty, so that every declared constraint can be broken."""
    assert [name for name, table in world.tables.items() if not table.data.num_rows] == []


def test_every_constraint_is_found_by_every_judge_that_declares_it(matrix: Matrix) -> None:
    """In the matrix of constraints and judges nothing is blank."""
    assert mutants.blanks(matrix) == []


def test_the_matrix_has_every_constraint(matrix: Matrix) -> None:
    """Each constraint of the list stands in the matrix, but for types of columns, which no table can break."""
    listed = [line for line in violations.lines() if line.startswith("tables/")]
    plain = {bare(line) for line in listed if " type: " not in line and " primaryKey: " not in line}
    keyed = {line.partition(" ")[0] for line in listed if " primaryKey: " in line}
    tables = {bare(name) for name in matrix if name.startswith("tables/")}

    assert [str(one) for one in violations.declared()] == [name for name in matrix if name.startswith("records/")]
    assert plain == {name for name in tables if not name.endswith(" primaryKey")}
    assert keyed == {name.partition(".")[0] for name in tables if name.endswith(" primaryKey")}


def bare(line: str) -> str:
    """Return a line about a table without the limit, in the words of the judges."""
    return line if " order: " in line else line.partition(": ")[0].replace(" vocabulary", " enum")


def test_a_blank_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """What a judge declares and overlooks is blank, and so is what no judge finds without an exception."""
    row = dict.fromkeys(mutants.JUDGES, mutants.NOT_DECLARED)
    rows = {
        "found": row | {"pandera": mutants.KILLED},
        "overlooked": row | {"pandera": mutants.KILLED, "frictionless": mutants.BLANK},
        "nobody's": row,
        next(iter(mutants.EXCEPTIONS)): row | {"record schema": "covered by the enum beside it"},
    }

    assert mutants.blanks(rows) == ["overlooked", "nobody's"]
    assert mutants.report(rows) == 1
    assert capsys.readouterr().out.endswith("4 constraints, 2 blank\noverlooked\nnobody's\n")


def test_the_report_counts_for_each_judge(matrix: Matrix, capsys: pytest.CaptureFixture[str]) -> None:
    """Below the matrix stands what each judge found of what it declares; without a blank the report ends well."""
    assert mutants.report(matrix) == 0

    *rows, blank, records, pandera, frictionless, last = capsys.readouterr().out.splitlines()

    assert [*rows[0].split("\t"), blank] == ["constraint", *mutants.JUDGES, ""]
    assert len(rows) - 1 == len(matrix)
    assert [records.split(":")[0], pandera.split(":")[0], frictionless.split(":")[0]] == list(mutants.JUDGES)
    assert last == f"{len(matrix)} constraints, 0 blank"


def test_the_list_is_what_the_command_writes() -> None:
    """The command behind `make constraints` prints the list as it is kept."""
    run = subprocess.run([sys.executable, "-m", "tests.mutants", "--list"], cwd=ROOT, capture_output=True, check=True)

    assert SNAPSHOT.read_bytes() == run.stdout


@pytest.mark.parametrize("line", mutants.EXCEPTIONS)
def test_an_exception_is_needed(line: str) -> None:
    """A constraint is excepted only while it cannot be broken alone; its violation is found all the same."""
    excepted = [found for found in BROKEN if str(found.declared) == line]

    assert excepted != []
    assert [found for found in excepted if mutants.is_told(found)] == []
    assert [found for found in excepted if found.field not in {f.field for f in mutants.judged(found)[1]}] == []


def test_what_is_declared_is_what_was_agreed() -> None:
    """The list of constraints changes only by a commit that shows it: `make constraints` writes it."""
    assert SNAPSHOT.read_text("utf-8").splitlines() == violations.lines(), "run `make constraints` and read the diff"


# A constraint that is dropped is missed.

# What another keyword beside it would refuse too, in words that help less.
BESIDE_ANOTHER: Final = {
    "records/common#/$defs/long_text minLength: 1": "pattern",
    "records/common#/$defs/text minLength: 1": "pattern",
}


def _forget() -> None:
    """Have the validators made anew, from the schemas as they are now."""
    validators.of.cache_clear()
    validators._registry.cache_clear()


@contextmanager
def dropped(one: Declared) -> Iterator[None]:
    """Judge without a constraint for a while."""
    part: Any = contract.record_schemas()[one.file]
    for step in one.steps:
        part = part[step]
    keyword, limit = "$ref" if one.keyword == "vocabulary" else one.keyword, json.loads(one.limit)
    before = part[keyword]
    if keyword == "required":
        part[keyword] = [name for name in before if name != limit]
    elif keyword == "dependentRequired":
        part[keyword] = {key: [name for name in names if [key, name] != limit] for key, names in before.items()}
    else:
        del part[keyword]
    _forget()
    try:
        yield
    finally:
        part[keyword] = before
        _forget()


def test_no_constraint_of_a_record_is_idle() -> None:
    """Without any one constraint of a record schema, some record that breaks it is accepted: each is needed."""
    where: dict[Declared, list[Violation]] = defaultdict(list)
    for found in BROKEN:
        where[found.declared].append(found)
    idle = []
    for one in violations.declared():
        with dropped(one):
            if not any(mutants.judged(found)[1] == [] for found in where[one]):
                idle.append(str(one))

    assert idle == sorted([*mutants.EXCEPTIONS, *BESIDE_ANOTHER])


def loosen(folder: Path, name: str, change: Callable[[Any], object]) -> None:
    """Change one schema of a copy."""
    path = folder / f"{name}.schema.json"
    found = json.loads(path.read_text("utf-8"))
    change(found)
    path.write_text(json.dumps(found), "utf-8")


JUDGE_ALL: Final = """
import json, sys
from bilat.records import document, schema
print(json.dumps([[f.code for f in schema.judge(document.Document("a.yaml", data), kind)]
                  for kind, data in json.load(sys.stdin)]))
"""


def test_what_is_loosened_in_the_schemas_is_no_longer_found(tmp_path: Path) -> None:
    """The judge reads schemas/ and nothing else: a constraint of each kind that is loosened there is gone."""
    shutil.copytree(ROOT / "src" / "bilat", tmp_path / "src" / "bilat", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    term = {"const": "no-such-term", "title": "None", "description": "A term that is added."}
    loosen(tmp_path / "schemas/records", "common", lambda s: s["$defs"]["wikidata"].pop("pattern"))
    loosen(tmp_path / "schemas/records", "place", lambda s: s["properties"]["lat"].update(minimum=-91))
    loosen(tmp_path / "schemas/records", "place", lambda s: s["required"].remove("name"))
    loosen(tmp_path / "schemas/vocabularies", "place-type", lambda s: s["oneOf"].append(term))
    gone = {
        ("common", "pattern", ("$defs", "wikidata")),
        ("place", "minimum", ("properties", "lat")),
        ("place", "vocabulary", ("properties", "type")),
    }
    tried = [found for found in BROKEN if found.kind == "place"]
    run = subprocess.run(
        [sys.executable, "-c", JUDGE_ALL],
        input=json.dumps([(found.kind, found.record) for found in tried]),
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "src")},
    )
    accepted = {
        (found.declared.file, found.declared.keyword, found.declared.steps)
        for found, codes in zip(tried, json.loads(run.stdout), strict=True)
        if not codes and found.declared.limit != '"name"'
    }
    nameless = [
        codes
        for found, codes in zip(tried, json.loads(run.stdout), strict=True)
        if (found.declared.file, found.declared.keyword, found.declared.limit) == ("place", "required", '"name"')
    ]

    assert gone == accepted
    assert nameless == [[]]
