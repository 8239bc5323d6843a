"""What must hold of every answer, whatever was asked."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fuzz.case import Case

CLEAN, FOUND, TROUBLE = 0, 1, 2
MOST_SECONDS: Final = 2.0  # of CPU for a check; a process of its own may also start Python within it
MOST_SECONDS_OF_A_BUILD: Final = 15.0
OWN_FAULT: Final = "a fault of bilat itself"
# Controls, what reorders or hides text, breaks of lines, halves of surrogates.
UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_HEAD: Final = re.compile(r"^(datasets.*?):([0-9]+):([0-9]+): (?:error|warning) ([A-Z][0-9]{2}) ")
_ANNOTATION: Final = re.compile(r"^::(?:error|warning) file=([^,]*),line=([0-9]+),col=([0-9]+),title=([A-Z][0-9]{2})::")


@dataclass(frozen=True)
class Outcome:
    """How a command ended, what it wrote to either stream, and what it cost."""

    code: object
    out: str
    err: str
    seconds: float


def broken(case: Case, root: Path, named: Path, outcome: Outcome) -> list[str]:
    """Return the laws that an outcome breaks, each in one sentence."""
    return [
        *_ended(case, root, named, outcome),
        *_cost(case, outcome),
        *readable(outcome),
        *_answered(case, outcome),
        *(f"{code} points at {where}" for code, where in _astray(root, case, outcome)),
    ]


def codes(case: Case, outcome: Outcome) -> list[str]:
    """Return the codes of all findings of an outcome."""
    return [code for code, *_ in _places(case, outcome)]


def _ended(case: Case, root: Path, named: Path, outcome: Outcome) -> Iterator[str]:
    if outcome.code not in {CLEAN, FOUND, TROUBLE}:
        yield f"it ended with {outcome.code}"
    if "Traceback" in outcome.err + outcome.out or OWN_FAULT in outcome.err:
        yield f"it crashed: {last(outcome.err)}"
    elif outcome.code == TROUBLE and not _unusable(case, root, named):
        yield f"it gave up on a usable checkout: {last(outcome.err)}"
    elif outcome.code != TROUBLE and outcome.err:
        yield f"it wrote to standard error: {last(outcome.err)}"


def _unusable(case: Case, root: Path, named: Path) -> bool:
    """Say whether a command may refuse: dataset.yaml is not what it was, or the path named is not in the dataset."""
    if "dataset.yaml" in case.changed:
        return True
    return not case.whole and not (named.exists() and named.resolve().is_relative_to(root.resolve() / "datasets"))


def last(text: str) -> str:
    """Return the last line that says something of its own."""
    lines = [line for line in text.splitlines() if line and OWN_FAULT not in line and "report it" not in line]
    return lines[-1][:300] if lines else ""


def _cost(case: Case, outcome: Outcome) -> Iterator[str]:
    most = MOST_SECONDS_OF_A_BUILD if case.built else MOST_SECONDS
    if outcome.seconds > most:
        yield f"it took more than {most:.0f} seconds of CPU"


def readable(outcome: Outcome) -> Iterator[str]:
    """Yield what no output may hold."""
    for name, text in (("output", outcome.out), ("standard error", outcome.err)):
        if wrong := sorted(
            {hex(ord(letter)) for letter in set(text) - {"\n"} if unicodedata.category(letter) in UNSEEN}
        ):
            yield f"its {name} holds {', '.join(wrong)}"


def _answered(case: Case, outcome: Outcome) -> Iterator[str]:
    if outcome.code in {CLEAN, FOUND} and _json(case, outcome) is None:
        yield "its answer is no JSON"
    elif outcome.code in {CLEAN, FOUND} and not outcome.out:
        yield "it says nothing"


def _json(case: Case, outcome: Outcome) -> list[dict[str, Any]] | None:
    """Return what was answered in JSON: nothing where that was not asked for, None where it cannot be read."""
    if case.style != "json" or case.built:
        return []
    try:
        found: list[dict[str, Any]] = json.loads(outcome.out)
    except ValueError:
        return None
    return found


def _astray(root: Path, case: Case, outcome: Outcome) -> Iterator[tuple[str, str]]:
    """Yield each finding whose position lies outside of its file."""
    for code, path, line, column, width, texts in _places(case, outcome):
        if not _inside(root / path, line, column, width):
            yield code, f"{path!r}:{line}:{column}, {width} wide"
        unseen = {letter for text in texts for letter in text if unicodedata.category(letter) in UNSEEN}
        if unseen:
            yield code, f"{path!r}:{line}:{column} with {sorted(map(hex, map(ord, unseen)))} in its text"


def _inside(full: Path, line: int, column: int, width: int) -> bool:
    try:
        regular = full.is_file() and not full.is_symlink()
    except OSError:
        regular = False
    lines = full.read_bytes().decode("utf-8", "replace").split("\n") if regular else [""]
    if not 1 <= line <= len(lines):
        return False
    length = len(lines[line - 1])
    return 1 <= column <= length + 1 and width >= 1 and (width == 1 or column - 1 + width <= length)


def _places(case: Case, outcome: Outcome) -> Iterator[tuple[str, str, int, int, int, list[str]]]:
    """Yield code, path, line, column, width and texts of every finding; only JSON tells the last two."""
    if outcome.code not in {CLEAN, FOUND}:
        return
    if case.style == "json" and not case.built:
        for found in _json(case, outcome) or ():
            yield _from_json(found)
        return
    pattern = _ANNOTATION if case.style == "github" and not case.built else _HEAD
    for said in filter(None, map(pattern.match, outcome.out.split("\n"))):
        yield said[4], _unescaped(said[1], pattern), int(said[2]), int(said[3]), 1, []


def _from_json(found: dict[str, Any]) -> tuple[str, str, int, int, int, list[str]]:
    where = found["location"]
    texts = [found[name] for name in ("message", "note", "help", "field", "record")]
    return found["code"], where["path"], where["line"], where["column"], where["width"], texts


def _unescaped(path: str, pattern: re.Pattern[str]) -> str:
    if pattern is _HEAD:
        return path
    for character in ",:\r\n%":
        path = path.replace(f"%{ord(character):02X}", character)
    return path
