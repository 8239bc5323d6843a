"""Whatever a table promises, pandera and frictionless both refuse to see it broken, and point at the line of YAML."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pytest
from tests import full_world, violations
from tests.full_world import ABOUT, WORLD, as_text, raw_rows, some_of, write_rows

from bilat import contract, package
from bilat.errors import BadContract, BilatError
from bilat.frozen import replace
from bilat.package import judge_frictionless, judge_pandera, roundtrip
from bilat.package.breach import Breach, finding

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from collections.abc import Set as AbstractSet

    from tests.full_world import Tables, World

    from bilat.contract import Column
    from bilat.findings import Finding
    from bilat.tabular import Compiled

TALKS: Final = "datasets/meetings/2021-04-11-quota-talks.yaml"
SERIES: Final = "datasets/meetings/2021-fish-talks.yaml"
MOE: Final = "datasets/participants/moe-kim.yaml"
DOE: Final = "datasets/participants/doe-jane.yaml"
BANK: Final = "datasets/places/arcadian-bank.yaml"
OFFICE: Final = "datasets/organizations/quota-office.yaml"
READOUT: Final = "datasets/sources/arcadia-quota-readout.yaml"
COURIER: Final = "datasets/sources/courier-quota-report.yaml"
HERRING: Final = "datasets/issues/herring-quotas.yaml"
LEAFLET: Final = "datasets/sources/undated-leaflet.yaml"


@dataclass(frozen=True)
class Case:
    """One cell to corrupt: which row, what is put there, the constraint that breaks, and the line it comes from."""

    constraint: str
    table: str
    row: Mapping[str, object]
    cells: Mapping[str, object]
    path: str
    line: str
    column: str = ""

    @property
    def at(self) -> str:
        """The column at which the breach is told: the first corrupted one unless another is named."""
        return self.column or next(iter(self.cells))

    @property
    def name(self) -> str:
        """What a report calls the case."""
        return f"{self.constraint.partition(':')[0]}-{self.table}-{self.at}"


def talks(constraint: str, column: str, value: object, line: str) -> Case:
    """Corrupt a cell of the meeting that has everything."""
    return Case(constraint, "meetings", {"id": "2021-04-11-quota-talks"}, {column: value}, TALKS, line)


CASES: Final = [
    # A required value that is not there.
    talks("required", "title", None, "title: Doe and Roe"),
    talks("required", "contested", None, "- source: arcadia-quota-readout"),
    Case("required", "meeting_participants", {"entry": "roe-ivan"}, {"role": None}, TALKS, "    roe-ivan: {role: head"),
    Case("required", "claims", {"path": "duration"}, {"certainty": None}, TALKS, "certainty: hedged"),
    Case("required", "outcomes", {"id": "quota-paper"}, {"text": None}, TALKS, "text: A paper"),
    Case("required", "tallies", {"id": "rounds"}, {"n": None}, SERIES, "    n: 3"),
    Case("required", "tenures", {"participant": "moe-kim"}, {"acting": None}, MOE, "acting: true"),
    Case("required", "sources", {"id": "arcadia-quota-readout"}, {"kind": None}, READOUT, "kind: readout"),
    Case("required", "positions", {"id": "quota-office/clerk"}, {"head": None}, OFFICE, "  clerk:"),
    Case("required", "places", {"id": "arcadian-bank"}, {"type": None}, BANK, "type: region"),
    # A term that the vocabulary does not have.
    talks("enum", "mode", "telepathy", "mode: in-person"),
    talks("enum", "date_precision", "hour", "date: 2021-04-11"),
    Case("enum", "meeting_participants", {"entry": "arcadian-aides"}, {"role": "cook"}, TALKS, "role: member"),
    Case("enum", "claims", {"path": "duration"}, {"stance": "hints"}, TALKS, "says: {status: occurred, duration"),
    Case("enum", "outcomes", {"id": "quota-paper"}, {"fulfilled": "maybe"}, TALKS, "fulfilled: partly"),
    Case("enum", "tallies", {"id": "rounds"}, {"comparator": "many"}, SERIES, "comparator: at-least"),
    Case("enum", "sources", {"id": "courier-quota-report"}, {"seen_text": "half"}, COURIER, "text: whole"),
    Case("enum", "source_links", {"source": "courier-quota-report"}, {"how": "copies"}, COURIER, "how: summarises"),
    Case("enum", "places", {"id": "arcadian-bank"}, {"type": "moon"}, BANK, "type: region"),
    # A text of another form.
    talks("pattern", "initiated_by", "XAX", "initiated_by: XA"),
    talks("pattern", "duration", "an hour", "duration: 60/90"),
    Case("pattern", "outcomes", {"id": "quota-paper"}, {"actor": "all"}, TALKS, "    by: XA"),
    Case("pattern", "sources", {"id": "arcadia-quota-readout"}, {"url": "ftp://a"}, READOUT, "url: https"),
    Case("pattern", "places", {"id": "arcadian-bank"}, {"wikidata": "Q0"}, BANK, "wikidata: Q4242"),
    Case("pattern", "participants", {"id": "moe-kim"}, {"wikidata": "42"}, MOE, "wikidata: Q42"),
    Case("pattern", "meeting_participants", {"entry": "arcadian-aides"}, {"entry": "Aides"}, TALKS, "arcadian-aides:"),
    # A number that is too small or too large.
    talks("minimum", "n_sources", -1, "- source: arcadia-quota-readout"),
    Case("minimum", "meeting_participants", {"entry": "arcadian-aides"}, {"n": 0}, TALKS, "      n: 2"),
    Case("minimum", "tallies", {"id": "rounds"}, {"n": -1}, SERIES, "    n: 3"),
    Case("minimum", "claims", {"path": "duration"}, {"hops": -1}, TALKS, "- source: courier-quota-report"),
    Case("minimum", "tenures", {"participant": "moe-kim"}, {"number": 0}, MOE, "position: quota-office"),
    Case("minimum", "positions", {"id": "quota-office/clerk"}, {"tier": 0}, OFFICE, "tier: 5"),
    Case("minimum", "places", {"id": "arcadian-bank"}, {"lat": -90.5}, BANK, "lat: 54.5"),
    talks("maximum", "n_confirming_sides", 3, "- source: arcadia-quota-readout"),
    Case("maximum", "meeting_participants", {"entry": "roe-ivan"}, {"tier": 6}, TALKS, "as: ruritania-ministry"),
    Case("maximum", "tallies", {"id": "rounds"}, {"tier": 6}, SERIES, "tier: 3"),
    Case("maximum", "positions", {"id": "quota-office/clerk"}, {"tier": 6}, OFFICE, "tier: 5"),
    Case("maximum", "places", {"id": "arcadian-bank"}, {"lon": 180.5}, BANK, "lon: 9.9"),
    Case("maximum", "issues", {"id": "herring-quotas"}, {"level": 4}, HERRING, "broader:"),
    # The same twice.
    Case("unique", "sides", {"code": "XR"}, {"country": "XA"}, "datasets/dataset.yaml", "XR: {name"),
    Case("primaryKey", "outcomes", {"id": "quota-paper"}, {"id": "next-round"}, TALKS, "  quota-paper:"),
    Case("primaryKey", "tenures", {"participant": "doe-jane", "number": 2}, {"number": 1}, DOE, "2020-07-01"),
    Case("primaryKey", "places", {"id": "arcadian-bank"}, {"id": "arcadia-city"}, BANK, "name: The Arcadian Bank"),
    Case("primaryKey", "sources", {"id": "undated-leaflet"}, {"id": "ruritania-readout"}, LEAFLET, "title:"),
    Case(
        "primaryKey", "meeting_participants", {"entry": "roe-ivan"}, {"side": "XA", "entry": "doe-jane"}, TALKS,
        "    roe-ivan: {role: head", "entry",
    ),
    # A reference that leads nowhere, to another table or to the table itself.
    talks("reference: places.id", "place", "moskva", "place: harbour-hall"),
    talks("reference: participants.id", "mandated_by", "poe-ana", "mandated_by: poe-anna"),
    talks("reference: meetings.id", "part_of", "2021-04-visits", "part_of: 2021-04-visit"),
    Case("reference: positions.id", "meeting_participants", {"entry": "roe-ivan"}, {"position": "a/b"}, TALKS, "as: r"),
    Case("reference: sources.id", "claims", {"path": "duration"}, {"source": "courier"}, TALKS, "- source: courier"),
    Case("reference: issues.id", "outcomes", {"id": "quota-paper"}, {"issue": "fowl"}, TALKS, "    issue: fish-quotas"),
    Case("reference: sides.code", "tallies", {"id": "rounds"}, {"side": "XC"}, SERIES, "side: XA"),
    Case("reference: places.id", "tallies", {"id": "rounds"}, {"place": "sea"}, SERIES, "place: isles"),
    Case("reference: sources.id", "tenures", {"participant": "moe-kim"}, {"source": "diary"}, MOE, "  source: arcadia"),
    Case("reference: publishers.id", "sources", {"id": "courier-quota-report"}, {"publisher": "x"}, COURIER, "publish"),
    Case("reference: organizations.id", "positions", {"tier": 5}, {"organization": "x"}, OFFICE, "name"),
    Case("reference: places.id", "places", {"id": "arcadian-bank"}, {"near": "harbor-city"}, BANK, "near: harbour"),
    Case("reference: places.id", "places", {"id": "arcadian-bank"}, {"part_of": "arcady"}, BANK, "part_of: arcadia"),
    Case("reference: organizations.id", "organizations", {"id": "quota-office"}, {"part_of": "x"}, OFFICE, "part_of:"),
    Case(
        "reference: issues.id", "issues", {"id": "herring-quotas"}, {"broader": "herring"}, HERRING, "broader: fish",
    ),
]  # fmt: skip

EMPTY: Final = "frictionless takes empty text for missing, quoted or not; pandera sees it, roundtrip that CSV differs"
ORDER: Final = "Table Schema cannot compare two columns; pandera can, and so does the reader of dates"
END: Final = "frictionless matches with Python's $, which overlooks a last line end; pandera does not"
# What frictionless cannot see or names otherwise: the case, what it says instead, and why that is no hole.
EXCEPTIONS: Final[list[tuple[Case, str | None, str]]] = [
    (talks("minLength", "occasion", "", "occasion: Harbour"), None, EMPTY),
    (talks("minLength", "title", "", "title: Doe and Roe"), "required", EMPTY),
    (Case("minLength", "claims", {"path": "duration"}, {"locator": ""}, TALKS, "at: p2"), None, EMPTY),
    (Case("minLength", "tallies", {"id": "rounds"}, {"window": ""}, SERIES, "    window"), "required", EMPTY),
    (Case("minLength", "sources", {"id": "arcadia-quota-readout"}, {"title": ""}, READOUT, "title:"), None, EMPTY),
    (Case("minLength", "tenures", {"participant": "moe-kim"}, {"held_from": ""}, MOE, "from: 2019-01"), None, EMPTY),
    (talks("pattern", "initiated_by", "XA\n", "initiated_by: XA"), None, END),
    (talks("order: date_start is not after date_end", "date_start", date(2021, 4, 12), "date:"), None, ORDER),
    (talks("order: duration_low is not after duration_high", "duration_low", 91, "duration: 60/90"), None, ORDER),
    (
        Case(
            "order: published_start is not after published_end", "sources", {"id": "arcadia-quota-readout"},
            {"published_end": date(2021, 4, 11)}, READOUT, "published: 2021-04-12", "published_start",
        ), None, ORDER,
    ),
    (
        Case(
            "order: window_start is not after window_end", "tallies", {"id": "rounds"},
            {"window_start": date(2021, 7, 1)}, SERIES, "    window: 2021-02/2021-06",
        ), None, ORDER,
    ),
    (
        Case(
            "order: date_start is not after date_end", "tenures", {"participant": "moe-kim"},
            {"date_start": date(2020, 1, 1)}, MOE, "from: 2019-01",
        ), None, ORDER,
    ),
]  # fmt: skip

# Columns whose cell is not on the line that they come from as it is written there, and what stands there instead.
WRITTEN_OTHERWISE: Final = {
    ("claims", "path"): "in a registry the path is made from the entry",
    ("claims", "value"): "of an issue that one side raised, mode and side are two values",
    ("claims", "certainty"): "stated, unless the item says otherwise",
    ("meetings", "setting"): "bilateral, unless the record says otherwise",
    ("outcomes", "text"): "a text of several lines begins below",
    ("positions", "id"): "the key, to which the organization's id is added",
    ("relations", "type"): "the field's name, written with an underscore",
}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Compile the invented world, with what it lacks, and write its package once."""
    return full_world.make(tmp_path_factory.mktemp("judges"))


def number_of(world: World, case: Case) -> int:
    """Return the first row of a case's table that has its cells."""
    rows = world.tables[case.table].data.to_pylist()
    return next(n for n, row in enumerate(rows) if case.row.items() <= row.items())


def line_of(world: World, case: Case) -> int:
    """Return the first line of a case's file that holds its text."""
    lines = (world.root / case.path).read_text("utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if case.line in line)


def with_cells(table: Compiled, row: int, cells: Mapping[str, object]) -> Compiled:
    """Return a table with other cells in one row."""
    data = table.data
    for column, value in cells.items():
        values = data.column(column).to_pylist()
        values[row] = value
        index = data.schema.get_field_index(column)
        data = data.set_column(index, data.schema.field(index), pa.array(values, data.schema.field(index).type))
    return replace(table, data=data)


def by_pandera(tables: Tables, name: str) -> list[Breach]:
    """Judge one of the tables against all of them."""
    return judge_pandera.judge_one(tables[name], tables[name].data, judge_pandera.referenced(tables))


def add_keys(world: World, to: Path, keys: AbstractSet[tuple[str, str]]) -> None:
    """Add tables of which only one column is known, so that a reference to it can be followed."""
    about = json.loads((to / "datapackage.json").read_text("utf-8"))
    for name, column in sorted(keys):
        schema = {"fields": [{"name": column, "type": "string"}], "primaryKey": [column]}
        about["resources"].append({"name": name, "path": f"csv/{name}.csv", "schema": schema})
        values = world.tables[name].data.column(column).to_pylist()
        write_rows([[column], *([value] for value in values)], to / "csv" / f"{name}.csv")
    (to / "datapackage.json").write_text(json.dumps(about), "utf-8")


def corrupted_package(world: World, case: Case, to: Path) -> Path:
    """Write the package of a case: its table with the other cells, and what that table refers to."""
    keys = {(key.table, key.referenced[0]) for key in contract.tables()[case.table].foreign_keys}
    path = some_of(world.written, to, {case.table}) / "csv" / f"{case.table}.csv"
    add_keys(world, to, {key for key in keys if key[0] != case.table})
    rows = raw_rows(path)
    for column, value in case.cells.items():
        rows[number_of(world, case) + 1][rows[0].index(f'"{column}"')] = as_text(value)
    write_rows(rows, path)
    return to


def expected_finding(world: World, case: Case, found: Finding) -> None:
    """Assert that a finding names the line that a case's cell comes from."""
    assert found.location.path == case.path
    assert found.location.line == line_of(world, case)
    assert found.field == case.at


@pytest.mark.parametrize("case", [*CASES, *(case for case, _, _ in EXCEPTIONS)], ids=lambda case: case.name)
def test_pandera_finds_just_the_broken_cell(world: World, case: Case) -> None:
    """A cell that breaks a constraint in memory is one breach, and leads to its line of YAML."""
    row = number_of(world, case)
    tables = {**world.tables, case.table: with_cells(world.tables[case.table], row, case.cells)}
    found = by_pandera(tables, case.table)
    value = tables[case.table].data.column(case.at)[row].as_py()

    assert [Breach(case.table, row, case.at, case.constraint, value)] == found
    expected_finding(world, case, finding(tables, found[0], "B01"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_frictionless_finds_just_the_broken_cell(world: World, case: Case, tmp_path: Path) -> None:
    """A cell that breaks a constraint in the text of a CSV is one breach, and leads to its line of YAML."""
    found = judge_frictionless.judge(corrupted_package(world, case, tmp_path / "out"))
    value = case.cells.get(case.at)
    shown = None if value is None else str(value)

    assert [Breach(case.table, number_of(world, case), case.at, case.constraint, shown)] == found
    expected_finding(world, case, finding(world.tables, found[0], "B02"))


@pytest.mark.parametrize(("case", "instead", "why"), EXCEPTIONS, ids=lambda part: getattr(part, "name", ""))
def test_what_frictionless_cannot_see_is_known(
    world: World, case: Case, instead: str | None, why: str, tmp_path: Path
) -> None:
    """Where frictionless is blind or words a breach otherwise, the reason is written down, and Parquet tells."""
    out = corrupted_package(world, case, tmp_path / "out")
    found = [(breach.column, breach.constraint) for breach in judge_frictionless.judge(out)]

    assert ([] if instead is None else [(case.at, instead)]) == found
    assert why
    assert [(case.table, number_of(world, case))] == [(breach.table, breach.row) for breach in roundtrip.judge(out)]


def test_a_wrong_type_stops_before_any_judge(world: World, tmp_path: Path) -> None:
    """A value of another type never becomes a table; in the text of a CSV it is a breach."""
    case = talks("type", "n_sources", "soon", "- source: arcadia-quota-readout")
    found = judge_frictionless.judge(corrupted_package(world, case, tmp_path / "out"))

    assert [Breach("meetings", number_of(world, case), "n_sources", "type", "soon")] == found
    with pytest.raises(pa.ArrowInvalid):
        with_cells(world.tables["meetings"], 0, {"n_sources": "soon"})


def test_every_kind_of_constraint_has_a_case() -> None:
    """No constraint is declared anywhere that is not broken by hand above."""
    declared = {constraint for table in contract.tables().values() for _, constraint, _ in violations.triples(table)}
    tried = {case.constraint.partition(":")[0] for case in (*CASES, *(case for case, _, _ in EXCEPTIONS))}

    assert {constraint.partition(":")[0] for constraint in declared} | {"order"} == tried


def test_both_judges_find_nothing_in_a_sound_world(world: World) -> None:
    """Neither judge, nor the comparison of CSV and Parquet, has anything against what is sound."""
    assert package.judge_tables(world.tables) == []
    assert package.judge_package(world.tables, world.written) == []


def test_every_cell_written_by_hand_leads_to_where_it_is_written(world: World) -> None:
    """The line to which a cell is traced holds that cell as the contributor wrote it."""
    wrong = [
        f"{name}.{column.name} {value!r}: {where}"
        for name, table in world.tables.items()
        for column in table.projection.contract.columns
        if column.origin.startswith("hand-written: ") and (name, column.name) not in WRITTEN_OTHERWISE
        for row, value in enumerate(table.data.column(column.name).to_pylist())
        if value not in (None, False) and (where := elsewhere(world, table, row, column, value))
    ]

    assert wrong == []


def elsewhere(world: World, table: Compiled, row: int, column: Column, value: object) -> str:
    """Return where a cell is said to come from if it does not stand there."""
    where = table.where(row, column.name)
    if where is None:
        return "nowhere"
    line = (world.root / where.path).read_text("utf-8").split("\n")[where.line - 1]
    return "" if str(value).lower() in line.lower() else str(where)


def test_every_cell_leads_into_the_file_of_its_record(world: World) -> None:
    """A row about a meeting is traced into the file of that meeting, whatever the column."""
    wrong = [
        f"{name}.{column} of {meeting}: {where}"
        for name, table in world.tables.items()
        if "meeting" in table.data.column_names
        for row, meeting in enumerate(table.data.column("meeting").to_pylist())
        for column in table.data.column_names
        if (where := table.where(row, column)) is None or Path(where.path).stem != meeting
    ]

    assert wrong == []


def test_a_breach_without_a_record_behind_it_is_ours(world: World) -> None:
    """A table that is made from schemas has no line of YAML; a fault in it is a fault of this project."""
    table = with_cells(world.tables["vocabulary"], 0, {"title": None})

    with pytest.raises(BadContract, match=r"vocabulary.title is nothing, against its constraint required"):
        package.judge_tables({**world.tables, "vocabulary": table})


def test_a_finding_says_what_where_and_why(world: World) -> None:
    """A breach is worded in full: cell, constraint, row, line and advice."""
    case = talks("reference: places.id", "place", "moskva", "place: harbour-hall")
    row = number_of(world, case)
    found = package.judge_tables({**world.tables, "meetings": with_cells(world.tables["meetings"], row, case.cells)})

    assert [f.message for f in found] == ["meetings.place is `moskva`, against its constraint reference: places.id"]
    assert ("B01", f"{TALKS}:{line_of(world, case)}:8") == (found[0].code, str(found[0].location))
    assert found[0].note == f"found in row {row + 1} of the compiled table; the cell comes from this line"
    assert found[0].help == "change the value here"


@pytest.mark.parametrize(
    ("column", "value", "shown"),
    [("title", "Another title", "Another title"), ("url", "", ""), ("seen_on", None, None), ("lang", "En", "En")],
)
def test_a_csv_that_differs_from_its_parquet_is_found(
    world: World, column: str, value: str | None, shown: str | None, tmp_path: Path
) -> None:
    """Each Parquet file equals its CSV read again; a single cell that differs is told with its line."""
    case = Case("", "sources", {"id": "courier-quota-report"}, {column: value}, COURIER, "")
    out = corrupted_package(world, case, tmp_path / "out")

    assert [Breach("sources", number_of(world, case), column, "same in Parquet and CSV", shown)] == roundtrip.judge(out)
    assert [found.code for found in package.judge_package(world.tables, out)] == ["B03"]


def test_every_cell_that_differs_is_told(world: World, tmp_path: Path) -> None:
    """Where several cells of a CSV differ from Parquet, each of them is found."""
    path = some_of(world.written, tmp_path / "out", {"places"}) / "csv" / "places.csv"
    rows = raw_rows(path)
    for row in rows[1:3]:
        row[1] = '"Atlantis"'
    write_rows(rows, path)

    assert [(found.row, found.column) for found in roundtrip.judge(tmp_path / "out")] == [(0, "name"), (1, "name")]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda rows: rows[:-1], "Parquet and CSV of places differ in their columns or number of rows"),
        (lambda rows: [row[:-1] for row in rows], "Parquet and CSV of places differ in their columns or number"),
        (lambda rows: [*rows, ['"x"'] * 2], "the CSV of places cannot be read"),
        (lambda rows: [*rows, ['"soon"'] * len(rows[0])], "the CSV of places cannot be read"),
    ],
    ids=["row-less", "column-less", "ragged-row", "wrong-type"],
)
def test_a_csv_of_another_shape_is_refused(
    world: World, change: Callable[[list[list[str]]], list[list[str]]], message: str, tmp_path: Path
) -> None:
    """A CSV that cannot be laid beside its Parquet file is refused in words, not with a traceback."""
    path = some_of(world.written, tmp_path / "out", {"places"}) / "csv" / "places.csv"
    write_rows(change(raw_rows(path)), path)

    with pytest.raises(BadContract, match=message):
        roundtrip.judge(tmp_path / "out")


def test_the_text_of_a_csv_survives_taking_it_apart(world: World, tmp_path: Path) -> None:
    """The tests above change the cells that they mean to, and nothing else."""
    for path in sorted((world.written / "csv").iterdir()):
        write_rows(raw_rows(path), tmp_path / path.name)

        assert path.read_bytes() == (tmp_path / path.name).read_bytes()


def tree(top: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in sorted(top.rglob("*")) if path.is_file()}


def build(world: World, root: Path, out: Path, **cells: object) -> list[Finding]:
    """Build two of the tables, with these cells in the first row of one, and tell nobody."""
    tables = {name: world.tables[name] for name in ("places", "sides")}
    tables["places"] = with_cells(tables["places"], 0, cells)
    return package.build(tables, root, out, lambda _: None)


@pytest.fixture
def out(world: World, tmp_path: Path) -> Path:
    """Build a package as it was before; it alone stands in its folder."""
    assert build(world, world.root, tmp_path / "build" / "out") == []
    return tmp_path / "build" / "out"


def test_a_file_that_is_not_the_one_described_is_found(out: Path) -> None:
    """Frictionless compares size and sum of each file with the descriptor; a difference is nobody's cell."""
    with (out / "csv" / "places.csv").open("a", encoding="utf-8") as file:
        file.write('"x","X","city",,,,,,\n')

    with pytest.raises(BadContract, match=r"frictionless finds fault with places \(hash-count\)"):
        judge_frictionless.judge(out)


def test_a_build_makes_its_folder_and_nothing_beside_it(world: World, out: Path) -> None:
    """A build leaves one folder, and building over it leaves the same."""
    before = tree(out)

    assert {"datapackage.json", "csv/places.csv", "parquet/sides.parquet", "schemas/sides.schema.json"} <= set(before)
    assert build(world, world.root, out) == []
    assert before == tree(out)
    assert [out] == list(out.parent.iterdir())


def test_a_build_replaces_what_was_there(world: World, out: Path) -> None:
    """A later build is all there is: nothing of the earlier one stays."""
    assert build(world, world.root, out, name="Arcady") == []

    assert b"Arcady" in tree(out)["csv/places.csv"]
    assert [out] == list(out.parent.iterdir())


def test_a_build_with_findings_makes_nothing(world: World, tmp_path: Path) -> None:
    """A build that finds something leaves neither a folder nor anything beside it."""
    found = build(world, world.root, tmp_path / "out", part_of="utopia")

    assert [finding.code for finding in found] == ["B01"]
    assert list(tmp_path.iterdir()) == []


def test_a_build_with_findings_replaces_nothing(world: World, out: Path) -> None:
    """A build that finds something leaves an older package as it was."""
    before = tree(out.parent)

    assert [finding.code for finding in build(world, world.root, out, part_of="utopia")] == ["B01"]
    assert before == tree(out.parent)
    assert [out] == list(out.parent.iterdir())


@pytest.mark.parametrize(
    ("about", "message"),
    [
        (None, r"datapackage\.json cannot be read: .*No such file"),
        ("{", r"datapackage\.json cannot be read: Expecting property name"),
        ('{"name": 5}', "frictionless cannot read the package: 5 is not of type 'string' at property 'name'"),
    ],
)
def test_a_build_that_breaks_while_writing_changes_nothing(
    world: World, about: str | None, message: str, out: Path, tmp_path: Path
) -> None:
    """When what people wrote about the package cannot be read, nothing is left behind and nothing is replaced."""
    if about is not None:
        (tmp_path / "datapackage.json").write_text(about, "utf-8")
    before = tree(out.parent)

    with pytest.raises(BilatError, match=message):
        build(world, tmp_path, out)

    assert before == tree(out.parent)
    assert [out] == list(out.parent.iterdir())


def test_a_build_replaces_nothing_but_a_package(world: World, tmp_path: Path) -> None:
    """A folder or file that holds anything else than what a build makes is not touched."""
    (tmp_path / "notes.txt").write_text("mine", "utf-8")

    for place in (tmp_path, tmp_path / "notes.txt", world.root):
        before = tree(place)
        with pytest.raises(BilatError, match="holds something other than a package"):
            build(world, world.root, place)
        assert before == tree(place)


def test_a_failing_build_ends_with_one_and_leaves_nothing(tmp_path: Path) -> None:
    """The command tells of a fault in a record, exits with 1, and makes no folder."""
    shutil.copytree(WORLD, tmp_path / "datasets")
    path = tmp_path / "datasets" / "meetings" / "2021-04-visit.yaml"
    path.write_text(path.read_text("utf-8").replace("place: harbour-city", "place: harbor-city"), "utf-8")
    (tmp_path / "datapackage.json").write_text(json.dumps(ABOUT), "utf-8")
    before = tree(tmp_path)
    command = [sys.executable, "-m", "bilat", "build", "--root", str(tmp_path), "--out", str(tmp_path / "out")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)

    assert ran.returncode == 1
    assert "datasets/meetings/2021-04-visit.yaml:6:8: error R" in ran.stdout
    assert ran.stderr == ""
    assert before == tree(tmp_path)
