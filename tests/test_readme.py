"""Whatever the README prints is what comes out."""

from __future__ import annotations

import doctest
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"


@pytest.mark.parametrize("name", ["readme", "quality"])
def test_the_generated_parts_are_those_of_the_release(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts, rows, tables and the printed chain are what the current release gives."""
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    page, marked = importlib.import_module(name), importlib.import_module("marked")
    text = page.PAGE.read_text("utf-8")

    assert marked.rewritten(text, page.parts()) == text, "run: make docs"


def test_every_printed_result_is_the_real_one() -> None:
    """What follows a prompt of Python in the README is what Python prints."""
    results = doctest.testfile(str(README), module_relative=False)

    assert results.attempted >= 4
    assert results.failed == 0


def test_the_printed_command_prints_that() -> None:
    """The chain in the README is what the command prints for the release, as a process."""
    text = README.read_text("utf-8")
    block = text.partition("```console\n$ bilat explain ")[2].partition("\n```")[0]
    arguments, _, printed = block.partition("\n")
    version = text.partition("Release ")[2].partition(" ")[0]
    command = [sys.executable, "-m", "bilat", "explain", *arguments.split(), "--version", version]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)

    assert done.stdout == f"{printed}\n"


def test_the_readme_promises_nothing_that_does_not_exist() -> None:
    """No badge, identifier or address of our own stands in the README before there is one."""
    text = README.read_text("utf-8")

    assert [word for word in ("doi.org", "badge", "shields.io", "zenodo", "http://") if word in text.lower()] == []
