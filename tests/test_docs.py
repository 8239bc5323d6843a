"""The manual says what the code does, and nothing else."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bilat import contract
from bilat.records import document, schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ROOT = Path(__file__).parents[1]


def generator() -> ModuleType:
    """Load docs/generate.py, which belongs to no package."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PAGES = generator().pages()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_generated_page_is_what_make_docs_would_write(name: str) -> None:
    """A page made from schemas or rules never lags behind them."""
    written = (ROOT / "docs" / name).read_text("utf-8")

    assert PAGES[name] == written, "run: make docs"


def test_no_generated_page_is_left_over() -> None:
    """A page without a rule or table behind it does not stay; one alone is written by hand."""
    docs = ROOT / "docs"
    found = (*(docs / "rules").glob("*.md"), *(docs / "codebook" / "tables").glob("*.md"))
    written = {path.relative_to(docs).as_posix() for path in found}

    assert written - set(PAGES) == set(generator().BY_HAND)


def test_every_field_and_column_is_listed() -> None:
    """The field list names every property of every record schema and every column of every table."""
    page = PAGES["codebook/fields.md"]
    columns = {column.name for table in contract.tables().values() for column in table.columns}

    assert sorted(name for name in columns | {name for name, _ in properties()} if f"| `{name}` |" not in page) == []


def properties() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every field that a contributor can write, with its schema."""
    names = {"common", "publishers"}
    for name, found in contract.record_schemas().items():
        parts = [found, *(part.get("then", part) for part in found.get("$defs", {}).values())]
        for part in parts if name not in names else ():
            if part.get("properties") and "examples" in str(part):
                yield from part["properties"].items()


def test_every_field_has_an_example() -> None:
    """Whoever looks a field up sees what one writes there."""
    assert [name for name, found in properties() if not found.get("examples")] == []


def examples() -> Iterator[tuple[str, str, Any]]:
    """Yield every example of a top-level field with the kind of record it belongs to."""
    for kind, found in contract.record_schemas().items():
        for name, field in found.get("properties", {}).items():
            for value in field.get("examples", ()):
                yield kind, name, value


@pytest.mark.parametrize(("kind", "name", "value"), list(examples()), ids=lambda value: str(value)[:30])
def test_an_example_is_accepted_by_its_own_schema(kind: str, name: str, value: object) -> None:
    """What the manual shows can be written."""
    read = document.Document("example.yaml", {name: value})  # type: ignore[dict-item]

    assert [found for found in schema.judge(read, kind) if found.field.startswith(name)] == []


def test_links_between_pages_lead_somewhere() -> None:
    """A relative link in the manual or README names a file that exists."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    links = [
        (page, target)
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    ]
    broken = [f"{page.name}: {target}" for page, target in links if not (page.parent / target).exists()]

    assert broken == []
