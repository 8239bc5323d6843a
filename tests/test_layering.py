"""The way through the house: which stage may import which, what a start may load, and how large things may grow."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "bilat"
FLOOR = ("findings", "contract", "edtf", "errors", "frozen", "suggest")
# From the first to the last: a stage imports the floor and what stands before it. `bilat` is the front door itself.
STAGES = (
    "floor",
    "access",
    "bilat",
    "records",
    "corpus",
    "rules",
    "tabular",
    "package",
    "checking",
    "upkeep",
    "changes",
    "release",
    "portal",
    "commands",
    "__main__",
)
MOST_LINES_OF_A_MODULE = 300
MOST_LINES_OF_A_FUNCTION = 50
MOST_LINES_OF_THE_MEDIAN = 8
# Longer than they may be, until they are split; nothing is ever added.
TOO_LONG: set[str] = set()
HEAVY = {"pandas", "pyarrow", "pandera", "frictionless", "rich"}
# Light, and yet not free; a check of one file, which costs little else, can do without.
NEEDLESS = {"dataclasses", "difflib", "hashlib", "pkgutil"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of the package: its path below src/bilat, its name, its text and syntax tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The name by which it is imported."""
        parts = self.path.with_suffix("").parts
        return ".".join(("bilat", *(parts[:-1] if parts[-1] == "__init__" else parts)))

    def __str__(self) -> str:
        return self.path.as_posix()


@cache
def modules() -> tuple[Module, ...]:
    """Return every module of the package."""
    texts = {path.relative_to(PACKAGE): path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}
    return tuple(Module(path, text, ast.parse(text)) for path, text in texts.items())


def stage(name: str) -> str:
    """Return the stage of a module by its name."""
    first = name.split(".")[1] if "." in name else "bilat"
    return "floor" if first in FLOOR else first


def imported(module: Module) -> Iterator[str]:
    """Yield the name of every module of ours that a module imports, wherever in it and for whatever reason."""
    known = {found.name for found in modules()}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "bilat")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "bilat":
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in known else str(node.module)


def functions() -> Iterator[tuple[Module, Function]]:
    """Yield every function and method of the package."""
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, Function):
                yield module, node


def body_lines(function: Function) -> int:
    """Return how many lines the body of a function has, its docstring not counted."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def lines(module: Module) -> int:
    """Return how many lines a module has; the page on top of a rule is text and not counted."""
    page = module.tree.body[0] if stage(module.name) == "rules" and ast.get_docstring(module.tree) else None
    return module.text.count("\n") - ((page.end_lineno or 0) if page else 0)


def loaded(*arguments: str, cwd: Path | None = None) -> set[str]:
    """Return the top-level names of all modules that a fresh Python loads for some arguments."""
    command = [sys.executable, "-X", "importtime", *arguments]
    run = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in re.findall(r"^import time:.*\|\s+(\S+)$", run.stderr, re.MULTILINE)}


def test_every_module_belongs_to_a_stage() -> None:
    """Whoever runs ls sees the journey: nothing stands beside it."""
    strays = [str(module) for module in modules() if stage(module.name) not in STAGES]

    assert strays == []


@pytest.mark.parametrize("module", modules(), ids=str)
def test_a_stage_imports_only_what_comes_before_it(module: Module) -> None:
    """Data flows one way, type annotations included; only modules of one stage may know each other."""
    own = STAGES.index(stage(module.name))
    later = [name for name in imported(module) if STAGES.index(stage(name)) > own]

    assert later == []


@pytest.mark.parametrize("stage_", ["access", "records"])
def test_what_reads_stands_on_the_floor_alone(stage_: str) -> None:
    """An analyst's install stays small, and reading one file knows of nothing but that file."""
    known = {stage(name) for module in modules() if stage(module.name) == stage_ for name in imported(module)}

    assert set() == known - {"floor", stage_}


def test_no_import_is_relative() -> None:
    """An import says in full what it imports, so that a search finds it."""
    relative = [
        f"{module}:{node.lineno}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert relative == []


def test_no_name_of_a_package_is_that_of_a_module_in_it() -> None:
    """Importing a module sets its name on the package, so a function of that name would be lost."""
    clashes = [
        f"{module}: {node.name}"
        for module in modules()
        if module.path.name == "__init__.py"
        for node in module.tree.body
        if isinstance(node, Function | ast.ClassDef)
        if any(other.name == f"{module.name}.{node.name}" for other in modules())
    ]

    assert clashes == []


@pytest.mark.parametrize("name", [path.parent.name for path in sorted(PACKAGE.glob("*/__init__.py"))])
def test_a_stage_says_what_goes_in_what_comes_out_and_what_it_may_import(name: str) -> None:
    """The docstring of a stage is its sign on the door."""
    text = ast.get_docstring(next(module.tree for module in modules() if module.name == f"bilat.{name}")) or ""

    assert re.findall(r"In go|Out come|May import", " ".join(text.split())) == ["In go", "Out come", "May import"]


def test_importing_the_package_loads_nothing_heavy() -> None:
    """`import bilat` is nearly free: what is needed is imported where it works."""
    found = loaded("-c", "import bilat")

    assert set() == found & (HEAVY | {"click", "yaml", "jsonschema_rs"})


@pytest.mark.parametrize("arguments", [["check"], ["--help"], ["check", "--help"], ["build", "--help"]], ids=" ".join)
def test_a_contributor_waits_for_no_heavy_import(arguments: list[str], tmp_path: Path) -> None:
    """Checking records and asking for help load no table library."""
    shutil.copytree(ROOT / "tests" / "world", tmp_path / "datasets")
    (tmp_path / "datapackage.json").write_text("{}", "utf-8")
    found = loaded("-m", "bilat", *arguments, cwd=tmp_path)

    assert "click" in found
    assert set() == found & HEAVY


def test_checking_one_file_loads_what_it_needs(tmp_path: Path) -> None:
    """One file is judged in little more than the time in which the libraries that read it are loaded."""
    shutil.copytree(ROOT / "tests" / "world", tmp_path / "datasets")
    (tmp_path / "datapackage.json").write_text("{}", "utf-8")
    found = loaded("-m", "bilat", "check", "datasets/meetings/2021-04-visit.yaml", cwd=tmp_path)

    assert {"click", "jsonschema_rs", "yaml"} <= found
    assert set() == found & (HEAVY | NEEDLESS)


def test_no_function_is_longer_than_a_screen() -> None:
    """A function is read at one glance."""
    long = [f"{module}: {node.name}" for module, node in functions() if body_lines(node) > MOST_LINES_OF_A_FUNCTION]

    assert long == []


def test_most_functions_are_a_few_lines() -> None:
    """The usual function is a few lines."""
    usual = median(body_lines(node) for _, node in functions())

    assert usual <= MOST_LINES_OF_THE_MEDIAN


def test_no_module_is_longer_than_it_may_be() -> None:
    """A module is about one thing, and fits in a head; the list of exceptions can only shrink."""
    long = {str(module) for module in modules() if lines(module) > MOST_LINES_OF_A_MODULE}

    assert long == TOO_LONG


def test_whatever_is_public_says_what_it_is() -> None:
    """Each public module, class and function has a docstring."""
    silent = [
        f"{module}: {getattr(node, 'name', 'module')}"
        for module in modules()
        for node in public(module.tree)
        if not ast.get_docstring(node)
    ]

    assert silent == []


def public(node: Any) -> Iterator[Any]:  # noqa: ANN401 - what ast.get_docstring takes
    """Yield a module or class and what is public in it; what stands inside functions is not."""
    yield node
    for child in node.body:
        if isinstance(child, Function) and not child.name.startswith("_"):
            yield child
        elif isinstance(child, ast.ClassDef) and not child.name.startswith("_"):
            yield from public(child)


def test_a_module_is_named_after_what_it_is_about() -> None:
    """No module is a drawer for whatever has no place."""
    drawers = [
        str(module) for module in modules() if module.path.stem in {"utils", "util", "helpers", "common", "core"}
    ]

    assert drawers == []
