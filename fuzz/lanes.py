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
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from bilat import checking, tabular
from fuzz import laws, traces, writers
from fuzz.answers import alone, inside
from fuzz.case import COMPILED, Case, draw
from fuzz.checkout import Checkout
from fuzz.stock import ROOT, stocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
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


class Lanes(NamedTuple):
    """What happened in each lane."""

    checked: Tale
    compiled: Tale
    written: Tale
    alone: Tale
    written_alone: Tale


@click.command()
@click.option("--seed", type=int, help="Of which all cases are drawn; a new one if left out.")
@click.option("--cases", default=20_300, show_default=True, help="How many; 99 of 100 share one process.")
@click.option("--processes", default=300, show_default=True, help="How many of these are also run on their own.")
@click.option("--only", type=int, help="Save the case of this number, and run it alone.")
def command(seed: int | None, cases: int, processes: int, only: int | None) -> None:
    """Throw hostile records at the commands that read them; exit 1 if one of the laws is broken."""
    seed = int.from_bytes(os.urandom(3)) if seed is None else seed
    click.echo(f"seed {seed}")
    if only is not None:
        case = draw(seed, only)
        checked = run(seed, [only], inside, keep=True)
        written = run(seed, [only] if case.written else [], inside, writing=True)
        click.echo(replay(case))
        _report(Lanes(checked, Tale(), written, Tale(), Tale()))
        return
    _report(_lanes(seed, cases, processes))


def run(
    seed: int,
    numbers: Iterable[int],
    how: Runner,
    *,
    writing: bool = False,
    keep: bool = False,
    note: Path | None = None,
) -> Tale:
    """Run cases of a seed one after another; what breaks a law is saved. `note` is told each number beforehand.

    With `writing`, the command of a case is not check or build, but one that may write.
    """
    tale = Tale()
    with tempfile.TemporaryDirectory(prefix="bilat-fuzz-", dir=MEMORY if MEMORY.is_dir() else None) as top:
        checkouts = {stock.name: Checkout(Path(top) / stock.name, stock) for stock in stocks()}
        for number in numbers:
            if note:
                note.write_text(str(number))
            case = draw(seed, number)
            wrong = (_written if writing else _one)(case, checkouts[case.stock.name], how, tale)
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


def _written(case: Case, checkout: Checkout, how: Runner, tale: Tale) -> list[str]:
    """Run a command that may write over one case and return the laws that it breaks."""
    told = writers.drawn(case, checkout.root, checkout.apply(case))
    before = traces.trace(checkout.root)
    outcome = how(told)
    after = traces.trace(checkout.root)
    wrong = traces.broken(told, before, after, outcome)
    if told[0] == "rename" and outcome.code == laws.CLEAN and not wrong:
        *options, id_, new = told
        if how([*options, new, id_]).code == laws.CLEAN and traces.changed(before, traces.trace(checkout.root)):
            wrong.append("renamed there and back, the tree is another one")
    checkout.renew()
    tale.ends[f"{told[0]}: {outcome.code}"] += 1
    tale.slowest = max(tale.slowest, (outcome.seconds, case.number))
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
    """Return the command lines of a case, over the checkout that is saved of it."""
    root = SAVED / f"{case.seed}-{case.number}"
    named = root / "datasets" / case.path
    told = [arguments(case, root, named), *([writers.drawn(case, root, named)] if case.written else [])]
    return "\n".join(shlex.join(["bilat", *line]) for line in told)


def _lanes(seed: int, cases: int, processes: int) -> Lanes:
    """Run the checks in one process; beside it, in another, builds, writers and processes of their own."""
    checked = [number for number in range(cases) if number % COMPILED]
    compiled = range(0, cases, COMPILED)
    written = [number for number in range(cases) if draw(seed, number).written]
    spawn = multiprocessing.get_context("spawn")
    with (
        tempfile.TemporaryDirectory(prefix="bilat-fuzz-") as top,
        ProcessPoolExecutor(1, mp_context=spawn) as one,
        ProcessPoolExecutor(1, mp_context=spawn) as other,
    ):
        notes = [Path(top) / name for name in Lanes._fields]
        running = [
            one.submit(run, seed, checked, inside, note=notes[0]),
            other.submit(run, seed, compiled, inside, note=notes[1]),
            other.submit(run, seed, written, inside, writing=True, note=notes[2]),
            other.submit(run, seed, _some(range(cases), processes), alone, note=notes[3]),
            other.submit(run, seed, _some(written, processes // 10), alone, writing=True, note=notes[4]),
        ]
        return Lanes(*(_told(seed, lane, note) for lane, note in zip(running, notes, strict=True)))


def _some(numbers: Sequence[int], wanted: int) -> Sequence[int]:
    """Return so many of the numbers, from all over."""
    return numbers[:: max(1, len(numbers) // wanted)][:wanted] if wanted else []


def _told(seed: int, lane: Future[Tale], note: Path) -> Tale:
    """Wait for a lane; one whose process dies is told by the number at which it did."""
    try:
        return lane.result()
    except BrokenProcessPool:
        case = draw(seed, int(note.read_text()) if note.exists() else 0)
        save(case)
        return Tale({"the process died": [case]})


def _report(lanes: Lanes) -> None:
    """Say what the lanes met, and exit with 1 if a law was broken."""
    counts = [sum(tale.ends.values()) for tale in lanes]
    click.echo(
        "{:,} checks in one process, {:,} compiled if sound, {:,} commands that write; "
        "{:,} and {:,} of these on their own".format(*counts[:3], *counts[3:])
    )
    ends = ", ".join(f"{count:,} ended with {code}" for code, count in lanes.checked.ends.most_common())
    click.echo(f"{ends}; findings had {len(lanes.checked.codes)} different codes")
    click.echo(", ".join(f"{end} {count:,} times" for end, count in sorted(lanes.written.ends.items())))
    seconds, number = max(tale.slowest for tale in lanes)
    click.echo(f"the most costly took {seconds:.2f} seconds of CPU: case {number}")
    lines = [line for tale in lanes for line in _failures(tale)]
    lines += [*_differences(lanes.checked, lanes.alone), *_differences(lanes.written, lanes.written_alone)]
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
