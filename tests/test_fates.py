"""The checks that were planned at first: none is forgotten, and each that is said to be made is made."""

from __future__ import annotations

import re
from pathlib import Path

from bilat import contract, rules

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "rules" / "fates.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\d\d) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)
CODE = r"\b[A-Z]\d\d\b"
FATES = set(re.findall(r"^\* \*\*([a-z ]+)\*\*:", PAGE, re.MULTILINE)) | {"dropped"}


def known() -> set[str]:
    """Return the codes of all rules, and those that reader, schemas and judges give to what they find."""
    texts = (path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    return {*rules.rules(), *(code for text in texts for code in re.findall(r'"([YSBD]\d\d)"', text))}


def test_every_number_has_a_fate() -> None:
    """All seventy-two stand there once, in order, each with one of the fates that the page explains."""
    assert [f"{number:02}" for number in range(1, 73)] == [number for number, _, _, _ in ROWS]
    assert {fate for _, _, fate, _ in ROWS} == FATES


def test_every_code_exists() -> None:
    """A rule that the page names is one that can fire."""
    assert sorted(set(re.findall(CODE, PAGE)) - known()) == []


def test_who_is_said_to_find_it_is_named() -> None:
    """A rule has a code, and what is derived a table or column of the release."""
    columns = {name for table in contract.tables().values() for name in (table.name, *(c.name for c in table.columns))}
    rootless = [number for number, _, fate, where in ROWS if fate == "rule" and not re.search(CODE, where)]
    unfounded = [number for number, _, fate, where in ROWS if fate == "derived" and not columns & {*words(where)}]

    assert rootless == unfounded == []


def words(text: str) -> list[str]:
    """Return the words of a text, names with underscores whole."""
    return re.findall(r"\w+", text)
