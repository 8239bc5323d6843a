"""Many cases: all of them one after another in one process, and beside it some of them in processes of their own."""

from __future__ import annotations

import multiprocessing
import os
import shlex
import shutil
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from bilat import checking, tabular
from fuzz import laws
from fuzz.answers import alone, inside
from fuzz.case import COMPILED, Case, draw
from fuzz.checkout import Checkout
from fuzz.stock import ROOT, stocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Future

    from fuzz.laws import Outcome

    Runner = Callable[[list[str]], Outcome]

MEMORY: Final = Path("/dev/shm")  # noqa: S108 - only a folder of a name of its own is made there
SAVED: Final = ROOT / "build" / ".fuzz"
MOST_LAWS: Final = 25  # different ones; then a lane ends
MOST_SAVED: Final = 3  # of each


@dataclass
class Tale:
    """What happened in one lane."""

    failures: dict[str, list[Case]] = field(default_factory=dict)
    ends: Counter[object] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, int] = (0.0, -1)
    said: dict[int, tuple[object, str]] = field(default_factory=dict)


@click.command()
@click.option("--seed", type=int, help="Of which all cases are drawn; a new one if left out.")
@click.option("--cases", default=20_300, show_default=True, help="How many; 99 of 100 share one process.")
@click.option("--processes", default=300, show_default=True, help="How many of these are also run on their own.")
@click.option("--only", type=int, help="Save the case of this number, and run it alone.")
def command(seed: int | None, cases: int, processes: int, only: int | None) -> None:
    """Throw hostile records at bilat check and bilat build; exit 1 if one of the laws is broken."""
    seed = int.from_bytes(os.urandom(3)) if seed is None else seed
    click.echo(f"seed {seed}")
    if only is not None:
        tale = run(seed, [only], inside, keep=True)
        click.echo(replay(draw(seed, only)))
        _report(tale, Tale(), Tale())
        return
    own = range(0, cases, max(1, cases // processes))[:processes] if processes else range(0)
    _report(*_both(seed, range(cases), own))


def run(seed: int, numbers: Iterable[int], how: Runner, *, keep: bool = False, note: Path | None = None) -> Tale:
    """Run cases of a seed one after another; what breaks a law is saved. `note` is told each number beforehand."""
    tale = Tale()
    with tempfile.TemporaryDirectory(prefix="bilat-fuzz-", dir=MEMORY if MEMORY.is_dir() else None) as top:
        checkouts = {stock.name: Checkout(Path(top) / stock.name, stock) for stock in stocks()}
        for number in numbers:
            if note:
                note.write_text(str(number))
            case = draw(seed, number)
            wrong = _one(case, checkouts[case.stock.name], how, tale)
            for law in wrong:
                tale.failures.setdefault(law, []).append(case)
            if keep or any(len(tale.failures[law]) <= MOST_SAVED for law in wrong):
                save(case)
            if len(tale.failures) >= MOST_LAWS:
                break
    return tale


def _one(case: Case, checkout: Checkout, how: Runner, tale: Tale) -> list[str]:
    """Run one case and return the laws that it breaks."""
    named = checkout.apply(case)
    before = checkout.sight()
    outcome = how(arguments(case, checkout.root, named))
    wrong = laws.broken(case, checkout.root, named, outcome)
    if checkout.sight() != before:
        wrong.append("something was written, or is gone, that was not to be touched")
    if case.compiled and not wrong and outcome.code == laws.CLEAN:
        wrong += _uncompiled(checkout.root)
    checkout.restore(case)
    tale.ends[outcome.code] += 1
    tale.codes.update(set(laws.codes(case, outcome)))
    tale.slowest = max(tale.slowest, (outcome.seconds, case.number)) if not case.built else tale.slowest
    tale.said[case.number] = (outcome.code, outcome.out.replace(str(checkout.root), ""))
    return wrong


def _uncompiled(root: Path) -> list[str]:
    """Return what keeps the tables of a sound tree from being made."""
    try:
        tabular.compile_tables(checking.check(root).corpus)
    except Exception as error:  # whatever it is, it breaks the law
        return [f"it is sound and cannot be compiled: {type(error).__name__}: {error}"]
    return []


def arguments(case: Case, root: Path, named: Path) -> list[str]:
    """Return the arguments of the command line for a case."""
    if case.built:
        return ["build", "--root", str(root), "--out", str(root / "out")]
    return ["check", "--root", str(root), "--format", case.style, *([] if case.whole else ["--", str(named)])]


def save(case: Case) -> Path:
    """Write the checkout of a case where it can be looked at, and return its folder."""
    root = SAVED / f"{case.seed}-{case.number}"
    shutil.rmtree(root, ignore_errors=True)
    Checkout(root, case.stock).apply(case)
    return root


def replay(case: Case) -> str:
    """Return the command line of a case, over the checkout that is saved of it."""
    root = SAVED / f"{case.seed}-{case.number}"
    return shlex.join(["bilat", *arguments(case, root, root / "datasets" / case.path)])


def _both(seed: int, numbers: range, own: range) -> tuple[Tale, Tale, Tale]:
    """Run the checks in one process; beside it some of them in their own, and what is compiled, which takes long."""
    checked = [number for number in numbers if number % COMPILED]
    compiled = [number for number in numbers if not number % COMPILED]
    spawn = multiprocessing.get_context("spawn")
    with (
        tempfile.TemporaryDirectory(prefix="bilat-fuzz-") as top,
        ProcessPoolExecutor(1, mp_context=spawn) as one,
        ProcessPoolExecutor(1, mp_context=spawn) as other,
    ):
        notes = [Path(top) / name for name in ("checked", "compiled", "alone")]
        running = [
            one.submit(run, seed, checked, inside, note=notes[0]),
            other.submit(run, seed, compiled, inside, note=notes[1]),
            other.submit(run, seed, own, alone, note=notes[2]),
        ]
        tales = [_told(seed, lane, note) for lane, note in zip(running, notes, strict=True)]
    return tales[0], tales[1], tales[2]


def _told(seed: int, lane: Future[Tale], note: Path) -> Tale:
    """Wait for a lane; one whose process dies is told by the number at which it did."""
    try:
        return lane.result()
    except BrokenProcessPool:
        case = draw(seed, int(note.read_text()) if note.exists() else 0)
        save(case)
        return Tale({"the process died": [case]})


def _report(one: Tale, compiled: Tale, own: Tale) -> None:
    """Say what the lanes met, and exit with 1 if a law was broken."""
    counts = [sum(tale.ends.values()) for tale in (one, compiled, own)]
    click.echo("{:,} checks in one process, {:,} compiled if sound, {:,} checks on their own".format(*counts))
    ends = ", ".join(f"{count:,} ended with {code}" for code, count in one.ends.most_common())
    click.echo(f"{ends}; findings had {len(one.codes)} different codes")
    seconds, number = max(one.slowest, compiled.slowest, own.slowest)
    click.echo(f"the most costly check took {seconds:.2f} seconds of CPU: case {number}")
    lines = [*_failures(one), *_failures(compiled), *_failures(own), *_differences(one, own)]
    for line in lines:
        click.echo(line)
    if lines:
        click.echo(f"saved in {SAVED.relative_to(ROOT)}/SEED-NUMBER; again: python -m fuzz --seed SEED --only NUMBER")
        sys.exit(1)
    click.echo("no law broken")


def _failures(tale: Tale) -> list[str]:
    """Return a line for each law that was broken, with the first cases that broke it."""
    return [
        f"{len(cases)} × {law}: "
        + ", ".join(f"{case.seed}-{case.number} ({case.way}, {case.path})" for case in cases[:MOST_SAVED])
        for law, cases in tale.failures.items()
    ]


def _differences(one: Tale, own: Tale) -> list[str]:
    """Return the cases of which a process of its own said something else than one that had seen many."""
    return [
        f"case {number}: a process of its own said something else"
        for number, said in own.said.items()
        if one.said.get(number, said) != said
    ]
