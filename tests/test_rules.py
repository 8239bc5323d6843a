"""Every rule's page is its test: the bad example fires that rule alone, the good one and the near miss fire nothing."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from bilat import checking, rules
from bilat.findings import Severity

WORLD = Path(__file__).parent / "world"
HEADINGS = ("What it does", "Why it matters", "Example", "Use instead", "Near miss", "Known limits")
BLOCK = re.compile(r"^```yaml (bad|good|near-miss) (\S+)(?: ([A-Z]\d\d):(\d+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MESSAGE = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """One example of a rule's page."""

    rule: str
    kind: str
    path: str
    code: str
    line: int
    text: str


def examples() -> list[Example]:
    """Return every example of every page."""
    return [
        Example(rule.code, kind, path, code, int(line or 0), text)
        for rule in rules.rules().values()
        for kind, path, code, line, text in BLOCK.findall(rule.page)
    ]


def found_in(tmp_path: Path, example: Example) -> list[tuple[str, int, str]]:
    """Write an example into a copy of the invented world and return what is found in its file."""
    datasets = tmp_path / "datasets"
    shutil.copytree(WORLD, datasets)
    (datasets / example.path).parent.mkdir(parents=True, exist_ok=True)
    (datasets / example.path).write_text(example.text, "utf-8")
    findings = checking.check(tmp_path).findings
    return [(f.code, f.location.line, f.message) for f in findings if f.location.path == f"datasets/{example.path}"]


def test_the_world_of_the_examples_has_no_fault(tmp_path: Path) -> None:
    """What the examples stand in is sound, so that each fault is the example's own."""
    shutil.copytree(WORLD, tmp_path / "datasets")

    assert checking.check(tmp_path).findings == []


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e.rule}-{e.kind}")
def test_an_example_fires_its_rule_or_nothing(example: Example, tmp_path: Path) -> None:
    """A bad example gives exactly the one finding it shows; a good one or near miss gives none."""
    found = [(code, line) for code, line, _ in found_in(tmp_path, example)]

    assert ([(example.code, example.line)] if example.kind == "bad" else []) == found


@pytest.mark.parametrize("rule", rules.rules().values(), ids=lambda rule: rule.code)
def test_a_page_is_whole_and_prints_its_own_message(rule: rules.Rule, tmp_path: Path) -> None:
    """A page has its headings, all three kinds of example, and the message that its bad example really prints."""
    bad = next(example for example in examples() if example.rule == rule.code and example.kind == "bad")
    printed = MESSAGE.search(rule.page)

    assert rule.page.startswith(f"# {rule.name} ({rule.code})\n")
    assert [heading for heading in HEADINGS if f"\n## {heading}\n" not in rule.page] == []
    assert {e.kind for e in examples() if e.rule == rule.code} == {"bad", "good", "near-miss"}
    assert printed is not None
    assert [printed[1].strip()] == [message for _, _, message in found_in(tmp_path, bad)]


@pytest.mark.parametrize("rule", rules.rules().values(), ids=lambda rule: rule.code)
def test_a_warning_says_when_it_is_right_and_how_to_accept_it(rule: rules.Rule) -> None:
    """Only a warning may stay, so only its page says when, with an acceptance that can be pasted."""
    accepted = f"accept:\n- {{rule: {rule.code}, " in rule.page

    assert ("\n## When it is right\n" in rule.page, accepted) == ((rule.severity is Severity.WARNING,) * 2)


@pytest.mark.parametrize(
    "missing", sorted(path.relative_to(WORLD).as_posix() for path in WORLD.glob("*/*.yaml")), ids=lambda path: path
)
def test_what_is_missing_is_reported_once_and_nothing_downstream_of_it(missing: str, tmp_path: Path) -> None:
    """Whatever cannot be looked up is said by unknown-record alone; every other rule keeps silent."""
    datasets = tmp_path / "datasets"
    shutil.copytree(WORLD, datasets)
    (datasets / missing).unlink()

    assert {finding.code for finding in checking.check(tmp_path).findings} <= {"R01"}


def test_names_say_the_fault() -> None:
    """A rule is named after the fault, so that accepting it reads well; codes fit their family."""
    names = [rule.name for rule in rules.rules().values()]

    assert [name for name in names if re.match(r"(no|valid|check|must)-", name)] == []
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("slip", ["participants", "evidence"])
def test_a_misspelt_person_is_one_finding(slip: str, tmp_path: Path) -> None:
    """Whoever slips in a person's id, in the record or in its evidence, is told once."""
    right = next(example for example in examples() if example.rule == "D03" and example.kind == "good")
    written, wrong = {
        "participants": ("{doe-jane: principal}", "{doe-jnae: principal}"),
        "evidence": ("participants.XA.doe-jane", "participants.XA.doe-jnae"),
    }[slip]
    text = right.text.replace(written, wrong)
    found = found_in(tmp_path, Example(right.rule, "bad", right.path, "", 0, text))

    assert text != right.text
    assert len(found) == 1
