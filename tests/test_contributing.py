"""Whoever does what CONTRIBUTING.md says sees what it shows."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bilat import checking

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "CONTRIBUTING.md"
TEXT = PAGE.read_text("utf-8")
RECORD = "datasets/meetings/2021/2021-05-04-doe-roe-call.yaml"


@pytest.fixture(scope="module")
def follower() -> ModuleType:
    """Load docs/contributing.py, which belongs to no package."""
    spec = importlib.util.spec_from_file_location("contributing", ROOT / "docs" / "contributing.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["contributing"] = module  # where a dataclass looks for its annotations
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def followed(follower: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Do all that the page says; return the page as it came out, and the folder of it all."""
    folder = tmp_path_factory.mktemp("followed")
    return follower.rewritten(TEXT, folder), folder


def test_every_command_prints_what_the_page_shows(followed: tuple[str, Path]) -> None:
    """Each command of the example, run in order, prints to the letter what stands under it."""
    assert followed[0] == TEXT, "run: .venv/bin/python docs/contributing.py"


def test_the_example_ends_as_a_sound_record(followed: tuple[str, Path]) -> None:
    """What the reader has written in the end is a record without a finding, built into tables."""
    practice = followed[1] / "practice"

    assert (practice / RECORD).is_file()
    assert checking.check(practice).findings == []
    assert (practice / "build" / "dev" / "datapackage.json").is_file()


def test_the_example_is_in_canonical_form(followed: tuple[str, Path]) -> None:
    """What the reader has written needs no formatting."""
    command = [sys.executable, "-m", "bilat", "fmt", "--check", RECORD]
    run = subprocess.run(command, cwd=followed[1] / "practice", capture_output=True, encoding="utf-8", check=False)

    assert (run.returncode, run.stderr) == (0, ""), run.stdout


def test_the_example_shows_faults_and_how_they_are_mended() -> None:
    """A reader meets an error of the form and one of the evidence before all is well."""
    assert re.findall(r": error ([A-Z]\d\d) ", TEXT) == ["S03", "E01"]
    assert TEXT.count("$ bilat check\nno findings\n") == 2
    assert TEXT.count("```diff\n") == 2


def test_an_exchange_of_lines_that_are_not_there_is_noticed(follower: Any, tmp_path: Path) -> None:  # noqa: ANN401
    """The page cannot tell its reader to exchange what the file does not hold."""
    page = "```yaml\n# datasets/x.yaml\nname: X\n```\n```diff\n-name: Y\n+name: Z\n```\n"

    with pytest.raises(ValueError, match="does not hold exactly once: name: Y"):
        follower.rewritten(page, tmp_path)


def test_links_lead_somewhere() -> None:
    """Every link leads to a file or folder of the checkout, or to a heading of the page."""
    headings = [
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.*)$", TEXT, re.MULTILINE)
    ]
    links = re.findall(r"\]\(([^)]+)\)", TEXT)
    lost = [link for link in links if not (link[1:] in headings if link[0] == "#" else (ROOT / link).exists())]

    assert len(links) > 10
    assert lost == []


def test_what_is_to_be_made_can_be_made() -> None:
    """Each target of make that the page names is one."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))

    assert set() == set(re.findall(r"\bmake ([a-z-]+)$", TEXT, re.MULTILINE)) - targets


def test_nothing_is_said_of_real_people() -> None:
    """The example has no id that the dataset has: it claims nothing about anybody."""
    page = "\n".join(re.findall(r"^```.*?^```$", TEXT, re.MULTILINE | re.DOTALL))
    people = {path.stem for path in (ROOT / "datasets" / "participants").glob("**/*.yaml")}

    assert [name for name in sorted(people) if name in page] == []
