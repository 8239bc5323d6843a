"""The same records give the same bytes, whoever builds them, wherever, and in whatever order they were written."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilat import checking, corpus, records, tabular
from bilat.frozen import replace
from bilat.package import folder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilat.records import Reading

WORLD: Final = Path(__file__).parent / "world"
ABOUT: Final = {"name": "fish", "title": "Fish", "licenses": [{"name": "CC0-1.0"}]}
MACHINES: Final = {
    "tokyo": {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C", "USER": "jane", "OMP_NUM_THREADS": "1"},
    "new-york": {"PYTHONHASHSEED": "77", "TZ": "America/New_York", "LC_ALL": "C", "USER": "ivan"},
}


def checkout(to: Path, files: Iterable[Path]) -> Path:
    """Write a checkout of the invented world, file by file in the order given."""
    for path in files:
        target = to / "datasets" / path.relative_to(WORLD)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    (to / "datapackage.json").write_text(json.dumps(ABOUT), "utf-8")
    return to


def of_the_world() -> list[Path]:
    """Return every file of the invented world."""
    return sorted(path for path in WORLD.rglob("*") if path.is_file())


def tree(top: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in sorted(top.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build the world on two machines at once: other folders, seed, zone and user, files written in another order."""
    top = tmp_path_factory.mktemp("machines")
    orders = {"tokyo": of_the_world(), "new-york": of_the_world()[::-1]}
    running = {}
    for name, setting in MACHINES.items():
        root = checkout(top / name / "home", orders[name])
        command = [sys.executable, "-m", "bilat", "build", "--root", str(root), "--out", str(top / name / "out")]
        running[name] = subprocess.Popen(command, cwd=root, env=os.environ | setting)
    assert {name: process.wait(60) for name, process in running.items()} == dict.fromkeys(MACHINES, 0)
    return {name: top / name / "out" for name in MACHINES}


def test_two_machines_build_the_same_bytes(built: dict[str, Path]) -> None:
    """Folder, hash seed, time zone, language, user and order of files leave no trace in any file."""
    one, other = (tree(built[name]) for name in MACHINES)

    assert list(one) == list(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_no_file_names_the_machine(built: dict[str, Path]) -> None:
    """No built file holds the folder in which it was built."""
    found = [
        name for machine, out in built.items() for name, raw in tree(out).items() if str(out.parent).encode() in raw
    ]

    assert found == []


def test_lines_end_alike_everywhere(built: dict[str, Path]) -> None:
    """No text that is built holds a carriage return, and each ends with a newline."""
    texts = {name: raw for name, raw in tree(built["tokyo"]).items() if not name.endswith(".parquet")}

    assert [name for name, raw in texts.items() if b"\r" in raw or not raw.endswith(b"\n")] == []


# The invented world with some faults, each of which is found by another stage: a reader, a schema, a rule.
FAULTS: Final = {
    "meetings/2021-04-visit.yaml": ("place: harbour-city", "place: harbor-city"),
    "participants/doe-jane.yaml": ("name: Jane Doe", "name: [Jane]"),
    "sources/undated-leaflet.yaml": ("title: ", "titel: "),
    "sources/ruritania-readout.yaml": ("title: ", "title: &a "),
}


def findings(files: Iterable[Path]) -> list[str]:
    """Check a faulty checkout whose files were written in this order; return what is found, in the order it is told."""
    with tempfile.TemporaryDirectory() as top:
        root = checkout(Path(top), files)
        for name, (sound, faulty) in FAULTS.items():
            path = root / "datasets" / name
            text = path.read_text("utf-8")
            assert sound in text
            path.write_text(text.replace(sound, faulty, 1), "utf-8")
        return [str(found) for found in checking.check(root).findings]


@settings(max_examples=20, deadline=None)
@given(st.permutations(of_the_world()))
def test_the_order_of_files_changes_no_finding(files: list[Path]) -> None:
    """What is found, and in which order it is told, is the same whatever the order in which files were made."""
    expected = findings(of_the_world())

    assert {code for code in ("R", "S", "Y") if any(f"code='{code}" in found for found in expected)} == {"R", "S", "Y"}
    assert expected == findings(files)


READING: Final = records.read_tree(WORLD)


@settings(max_examples=10, deadline=None)
@given(st.permutations(READING.records))
def test_the_order_of_records_changes_no_row(shuffled: list[Any]) -> None:
    """Tables are the same for any order of records."""
    assert compiled(READING) == compiled(replace(READING, records=tuple(shuffled)))


# `bilat new` writes the day on which a source was seen; nothing else of ours knows what day it is.
KNOWS_THE_DAY: Final = {"commands/new.py"}
CLOCKS: Final = {
    *("ctime", "fromtimestamp", "gmtime", "localtime", "now", "strftime", "time", "time_ns", "today", "utcnow"),
    *("st_atime", "st_ctime", "st_mtime", "getmtime"),
}


def test_what_day_it_is_decides_nothing() -> None:
    """No module asks for the date, the hour, or the age of a file, so that a check gives the same in any year."""
    source = Path(corpus.__file__).parents[1]
    asked = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.Attribute) and node.attr in CLOCKS)
        or (isinstance(node, ast.Import) and any(alias.name == "time" for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and node.module == "time")
    }

    assert asked - KNOWS_THE_DAY == set()


def compiled(reading: Reading) -> dict[str, list[dict[str, object]]]:
    """Compile a reading and return the rows of every table."""
    return {name: table.data.to_pylist() for name, table in tabular.compile_tables(corpus.resolve(reading)).items()}


def test_folders_below_a_kind_mean_nothing(tmp_path: Path) -> None:
    """A record that is moved into a folder of its kind gives the same tables."""
    moved = checkout(tmp_path, of_the_world()) / "datasets" / "meetings"
    (moved / "2021" / "april").mkdir(parents=True)
    (moved / "2021-04-visit.yaml").rename(moved / "2021" / "april" / "2021-04-visit.yaml")

    assert compiled(records.read_tree(WORLD)) == compiled(records.read_tree(tmp_path / "datasets"))


def test_rows_are_sorted_by_key() -> None:
    """The rows of every table stand in the order of its key, by code point."""
    tables = tabular.compile_tables(corpus.resolve(records.read_tree(WORLD)))
    keys = {
        name: [tuple(row[column] for column in table.projection.contract.key) for row in table.data.to_pylist()]
        for name, table in tables.items()
    }

    assert [name for name, found in keys.items() if found != sorted(found)] == []


def test_a_second_build_in_one_process_is_the_first(tmp_path: Path) -> None:
    """Nothing is remembered from one build to the next."""
    root = checkout(tmp_path, of_the_world())
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        tables = tabular.compile_tables(corpus.resolve(records.read_tree(root / "datasets")))
        folder.write(tables, root, tmp_path / name)

    assert tree(tmp_path / "one") == tree(tmp_path / "two")
