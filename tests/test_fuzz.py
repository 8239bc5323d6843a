"""No record that a stranger may write breaks a law of the command line; `make fuzz` tries many more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fuzz import answers, case, checkout, lanes, laws, stock, traces, writers

from bilat.findings import Finding, Location
from bilat.records import schema

if TYPE_CHECKING:
    from fuzz.case import Case

SEED = 1
ROOT = Path(__file__).parents[1]
CASES = [number for number in range(240) if number % case.BUILT]
OWN = (1, 2, 3)
WRITTEN = range(120)


def test_no_hostile_record_breaks_a_law() -> None:
    """A few hundred cases end with 0, 1 or 2, in time, with positions inside of the files and nothing else touched."""
    tale = lanes.run(SEED, CASES, answers.inside)

    assert tale.failures == {}
    assert len(CASES) == sum(tale.ends.values())


def test_a_process_of_its_own_says_the_same() -> None:
    """What a command says does not depend on what its process did before."""
    tale = lanes.run(SEED, CASES[:40], answers.inside)
    own = lanes.run(SEED, OWN, answers.alone)

    assert own.failures == {}
    assert {number: tale.said[number] for number in OWN} == own.said


def test_no_command_that_writes_loses_anything() -> None:
    """What is formatted, fixed, renamed, retired or begun is all that changes, and is said."""
    tale = lanes.run(SEED, WRITTEN, answers.inside, writing=True)

    assert tale.failures == {}
    assert {"check", "fmt", "new", "rename", "retire"} == {str(end).partition(":")[0] for end in tale.ends}


def test_a_command_that_writes_does_the_same_in_a_process_of_its_own() -> None:
    """What becomes of a tree does not depend on what the process did before."""
    tale = lanes.run(SEED, WRITTEN[:8], answers.inside, writing=True)
    own = lanes.run(SEED, OWN, answers.alone, writing=True)

    assert own.failures == {}
    assert {number: tale.said[number] for number in OWN} == own.said


def test_each_command_that_may_write_is_drawn() -> None:
    """A few dozen cases hold all of them, and a case is given the same each time."""
    drawn = [[writers.drawn(case.draw(SEED, number), ROOT, ROOT) for number in range(60)] for _ in range(2)]

    assert drawn[0] == drawn[1]
    assert len({told[0] + ("--check" in told) * " --check" for told in drawn[0]}) == len(writers._COMMANDS)


def test_a_case_is_the_same_whenever_it_is_drawn() -> None:
    """Seed and number are enough to have a case again."""
    drawn = [case.draw(SEED, number) for number in range(100)]

    assert drawn == [case.draw(SEED, number) for number in range(100)]
    assert set(case.WAYS) == {one.way for one in drawn}


@pytest.mark.parametrize("way", sorted(case.WAYS))
def test_a_case_leaves_no_trace(way: str, tmp_path: Path) -> None:
    """After a case the checkout holds what it held before."""
    one = _first(way)
    place = checkout.Checkout(tmp_path / "one", one.stock)
    before = _bytes(place.root)
    place.apply(one)
    changed = _bytes(place.root)
    place.restore(one)

    assert changed != before == _bytes(place.root)


def test_a_text_with_line_breaks_is_told_on_one_line() -> None:
    """A message, note or help never breaks a line, whatever it quotes."""
    found = Finding("S05", Location("a.yaml"), "`one\ntwo\x85` is odd", help="retype\u2028it")

    assert (found.message, found.help) == ("`one\\ntwo\\x85` is odd", "retype\\u2028it")


@pytest.mark.parametrize("item", ["[a]", "x-{}", "{{a: {}}}", "0"])
def test_a_list_of_thousands_is_judged_in_little_time(item: str, tmp_path: Path) -> None:
    """A file that is wrong in thousands of places gives some hundred findings, the last of which counts the others."""
    one = case.Case(SEED, 1, "raw", stock.stocks()[0], "leads.yaml", {}, "json")
    place = checkout.Checkout(tmp_path / "one", one.stock)
    named = place.datasets / "leads.yaml"
    named.write_text(f"a: {{window: [{', '.join(item.format(number) for number in range(20_000))}]}}\n")
    outcome = answers.inside(lanes.arguments(one, place.root, named))

    assert laws.broken(one, place.root, named, outcome) == []
    assert len(laws.codes(one, outcome)) <= schema.MOST


@pytest.mark.parametrize(
    ("outcome", "law"),
    [
        (laws.Outcome(1, "[]", "", 9.0), "it took more than 2 seconds of CPU"),
        (laws.Outcome(3, "[]", "", 0.0), "it ended with 3"),
        (laws.Outcome(2, "", "bilat: no\n", 0.0), "it gave up on a usable checkout: bilat: no"),
        (laws.Outcome(2, "", "ValueError: x\nbilat: a fault of bilat itself", 0.0), "it crashed: ValueError: x"),
        (laws.Outcome(0, "[]", "odd\n", 0.0), "it wrote to standard error: odd"),
        (laws.Outcome(0, "[]\x1b", "", 0.0), "its output holds 0x1b"),
        (laws.Outcome(0, "[", "", 0.0), "its answer is no JSON"),
    ],
)
def test_a_broken_law_is_told(outcome: laws.Outcome, law: str, tmp_path: Path) -> None:
    """Each law can be broken, so one that holds says something."""
    world = stock.stocks()[0]
    named = tmp_path / "datasets" / "leads.yaml"
    named.parent.mkdir()
    named.touch()
    one = case.Case(SEED, 1, "raw", world, "leads.yaml", {"leads.yaml": b""}, "json")

    assert law in laws.broken(one, tmp_path, named, outcome)


@pytest.mark.parametrize(
    ("line", "column", "width", "broken"),
    [(1, 1, 1, False), (1, 3, 1, False), (1, 1, 2, False), (1, 4, 1, True), (1, 2, 2, True), (3, 1, 1, True)],
)
def test_a_position_outside_of_its_file_is_told(
    line: int, column: int, width: int, broken: bool, tmp_path: Path
) -> None:
    """A line has its letters and one place after them; a file has its lines and what its last newline begins."""
    (tmp_path / "a.yaml").write_bytes(b"ab\n")

    assert broken is not laws._inside(tmp_path / "a.yaml", line, column, width)


@pytest.mark.parametrize(
    ("told", "path", "text", "said", "law"),
    [
        ("fmt", "leads.yaml", None, "", "fmt changed without a word 'datasets/leads.yaml'"),
        ("fmt", "leads.yaml", "a: {title: B}\n", "formatted datasets/leads.yaml", "fmt changed a value in"),
        ("fmt", "leads.yaml", "a: {title:  A}\n", "formatted datasets/leads.yaml", "fmt is not content with"),
        ("rename", "leads.yaml", "a: {", "  datasets/leads.yaml", "rename wrote what cannot be read to"),
        ("retire", "retired.yaml", None, "  datasets/leads.yaml", "retire said that it changed 'datasets/leads.yaml'"),
        ("new", ".leads.yaml.new", "a: {}\n", "", "new left 'datasets/.leads.yaml.new' behind"),
    ],
)
def test_what_a_command_leaves_behind_is_seen(
    told: str, path: str, text: str | None, said: str, law: str, tmp_path: Path
) -> None:
    """A change without a word, a word without a change, half a file, another value, and what was written aside."""
    datasets = tmp_path / "datasets"
    datasets.mkdir()
    for name in ("leads.yaml", "retired.yaml"):
        (datasets / name).write_text("a: {title: A}\n", "utf-8")
    before = traces.trace(tmp_path)
    if text is None:
        (datasets / path).unlink()
    else:
        (datasets / path).write_text(text, "utf-8")
    found = traces.broken([told], before, traces.trace(tmp_path), laws.Outcome(0, f"{said}\n", "", 0.0))

    assert any(one.startswith(law) for one in found)


@pytest.mark.parametrize(("told", "code"), [("rename", 1), ("fmt", 3)])
def test_an_end_that_a_command_does_not_have_is_told(told: str, code: int) -> None:
    """Each command ends as its help says."""
    assert traces.broken([told], {}, {}, laws.Outcome(code, "x", "", 0.0)) == [f"{told} ended with {code}: "]


def _first(way: str) -> Case:
    return next(one for one in (case.draw(SEED, number) for number in range(1000)) if one.way == way)


def _bytes(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in sorted(root.rglob("*"))
    }
