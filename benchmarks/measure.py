"""CPU of each stage of check and build, divided by that of reading the same files with PyYAML's fastest loader.

A round is one fresh process: imports and compiled schemas are paid for on a corpus of ten records, then the stages run
in turn with the baseline between them. What the ten records cost is taken off both sides, so that a ratio is the price
of a further record, and the growth of a linear stage is 1.00. The page cache is warm. Figures are CPU time, medians.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import shutil
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

import yaml

from benchmarks import generate
from bilat import corpus, findings, package, records, rules, tabular
from bilat.package import folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus

LEAST: Final = 10
SIZES: Final = (1_000, 10_000)
ROUNDS: Final = {1_000: 3, 10_000: 1}  # a large one is long enough to be its own average
BASELINE: Final = "baseline"
WORTH_A_GROWTH: Final = 0.2
CHECK: Final = ("records.read_tree", "corpus.resolve", "rules.judge")
BUILD: Final = ("tabular.compile_tables", "package.judge_tables", "folder.write", "package.judge_package")

Costs = dict[str, float]


@contextlib.contextmanager
def timed(spent: Costs, stage: str) -> Iterator[None]:
    """Note what the work inside costs, garbage of earlier stages collected before."""
    gc.collect()
    start = time.process_time()
    yield
    spent[stage] = time.process_time() - start


def main() -> None:
    """Make the corpora, measure them in turn, and print one table."""
    with tempfile.TemporaryDirectory(prefix="bilat-bench-") as temporary:
        roots = {size: Path(temporary) / str(size) for size in (LEAST, *SIZES)}
        for size, root in roots.items():
            root.mkdir()
            generate.corpus(root, size)
        rounds = {size: [_in_a_fresh_process(roots[LEAST], roots[size]) for _ in range(ROUNDS[size])] for size in SIZES}
    print("\n".join(table({size: _medians(costs) for size, costs in rounds.items()})))


def further(least: Path, root: Path) -> Costs:
    """Return what a corpus costs above what the least one does."""
    gc.disable()  # as the command line does
    one_round(least)  # imports and compiled schemas are paid for here
    start, costs = one_round(least), one_round(root)
    return {stage: costs[stage] - start[stage] for stage in costs}


def one_round(root: Path) -> Costs:
    """Run every stage once over one corpus, and the baseline before, between and after them."""
    spent: Costs = {}
    base: list[Costs] = [{}, {}, {}]
    draft = root / "draft"
    draft.mkdir()
    with timed(base[0], BASELINE):
        baseline(root / "datasets")
    with timed(spent, CHECK[0]):
        reading = records.read_tree(root / "datasets")
    with timed(spent, CHECK[1]):
        resolved = _resolved(reading)
    with timed(spent, CHECK[2]):
        found = [*reading.findings, *rules.judge(resolved)]
    with timed(base[1], BASELINE):
        baseline(root / "datasets")
    with timed(spent, BUILD[0]):
        tables = tabular.compile_tables(resolved)
    with timed(spent, BUILD[1]):
        found += package.judge_tables(tables)
    with timed(spent, BUILD[2]):
        folder.write(tables, root, draft)
    with timed(spent, BUILD[3]):
        found += package.judge_package(tables, draft)
    with timed(base[2], BASELINE):
        baseline(root / "datasets")
    shutil.rmtree(draft)
    if findings.has_errors(found):
        raise AssertionError(f"the corpus is not sound, so its figures would mean nothing: {found[0]}")
    return spent | _medians(base)


def baseline(datasets: Path) -> None:
    """Read all files with stock YAML, check nothing, keep nothing."""
    for path in datasets.rglob("*.yaml"):
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def table(costs: dict[int, Costs]) -> list[str]:
    """Return the lines of the table: ratios at both sizes and how they grow, then check and build as a whole."""
    width = max(len(stage) for stage in (*CHECK, *BUILD))
    rows = [(stage, *_ratios(costs, (stage,))) for stage in (*CHECK, *BUILD)]
    return [
        "CPU of a further record; 1 = reading its files with yaml.CSafeLoader",
        f"{'stage':<{width}}  {'at 1,000':>8}  {'at 10,000':>9}  {'growth':>6}",
        *(
            f"{stage:<{width}}  {small:>8.2f}  {large:>9.2f}  {_growth(small, large):>6}"
            for stage, small, large in rows
        ),
        _summary("check", *_ratios(costs, CHECK)),
        _summary("build", *_ratios(costs, (*CHECK, *BUILD))),
    ]


def _summary(name: str, small: float, large: float) -> str:
    return f"{name}: {small:.2f} at 1,000 records, {large:.2f} at 10,000, growth {_growth(small, large)}"


def _growth(small: float, large: float) -> str:
    """Return a ratio of ratios; a stage that cost next to nothing has none worth printing."""
    return f"{large / small:.2f}" if small >= WORTH_A_GROWTH else "-"


def _ratios(costs: dict[int, Costs], stages: tuple[str, ...]) -> tuple[float, float]:
    small, large = (sum(costs[size][stage] for stage in stages) / costs[size][BASELINE] for size in SIZES)
    return small, large


def _medians(rounds: list[Costs]) -> Costs:
    return {stage: median(costs[stage] for costs in rounds) for stage in rounds[0]}


def _in_a_fresh_process(least: Path, root: Path) -> Costs:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(further, least, root).result()


def _resolved(reading: records.Reading) -> Corpus:
    """Put the records together and work out what is otherwise worked out when it is first asked for."""
    resolved = corpus.resolve(reading)
    _ = resolved.claims, resolved.registry_claims, resolved.facts
    return resolved
