"""CPU of each stage of check and build, divided by that of reading the same files with PyYAML's fastest loader.

Every figure is CPU time of this one process, the median of some rounds in each of which all stages and the baseline
take turns; the page cache is warm and all imports are done. What a corpus of ten records costs is taken off both
sides, so that a ratio is the price of a further record, and the growth of a linear stage is 1.00.
"""

from __future__ import annotations

import contextlib
import gc
import shutil
import tempfile
import time
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
ROUNDS: Final = {LEAST: 3, 1_000: 3, 10_000: 2}  # the largest is long enough to be its own average
BASELINE: Final = "baseline"
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
    gc.disable()  # as the command line does
    with tempfile.TemporaryDirectory(prefix="bilat-bench-") as temporary:
        roots = {size: Path(temporary) / str(size) for size in (LEAST, *SIZES)}
        for size, root in roots.items():
            root.mkdir()
            generate.corpus(root, size)
        one_round(roots[LEAST])  # imports and compiled schemas are paid for here
        costs: dict[int, list[Costs]] = {size: [] for size in roots}
        for number in range(max(ROUNDS.values())):
            for size, root in roots.items():
                if number < ROUNDS[size]:
                    costs[size].append(one_round(root))
    print("\n".join(table({size: _medians(rounds) for size, rounds in costs.items()})))


def one_round(root: Path) -> Costs:
    """Run the baseline and every stage once over one corpus."""
    spent: Costs = {}
    draft = root / "draft"
    draft.mkdir()
    with timed(spent, BASELINE):
        baseline(root / "datasets")
    with timed(spent, CHECK[0]):
        reading = records.read_tree(root / "datasets")
    with timed(spent, CHECK[1]):
        resolved = _resolved(reading)
    with timed(spent, CHECK[2]):
        found = [*reading.findings, *rules.judge(resolved)]
    with timed(spent, BUILD[0]):
        tables = tabular.compile_tables(resolved)
    with timed(spent, BUILD[1]):
        found += package.judge_tables(tables)
    with timed(spent, BUILD[2]):
        folder.write(tables, root, draft)
    with timed(spent, BUILD[3]):
        found += package.judge_package(tables, draft)
    shutil.rmtree(draft)
    if findings.has_errors(found):
        raise AssertionError(f"the corpus is not sound, so its figures would mean nothing: {found[0]}")
    return spent


def baseline(datasets: Path) -> None:
    """Read all files with stock YAML, check nothing, keep nothing."""
    for path in datasets.rglob("*.yaml"):
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def table(costs: dict[int, Costs]) -> list[str]:
    """Return the lines of the table: ratios at both sizes and how they grow, then check and build as a whole."""
    small, large = ({stage: _ratio(costs, size, (stage,)) for stage in (*CHECK, *BUILD)} for size in SIZES)
    width = max(len(stage) for stage in (*CHECK, *BUILD))
    head = f"{'stage':<{width}}  {'x at 1,000':>11}  {'x at 10,000':>11}  {'growth':>6}"
    rows = [
        f"{stage:<{width}}  {small[stage]:>11.2f}  {large[stage]:>11.2f}  {large[stage] / small[stage]:>6.2f}"
        for stage in (*CHECK, *BUILD)
    ]
    return [
        "CPU of a further record; 1 = reading its files with yaml.CSafeLoader",
        head,
        *rows,
        _summary("check", costs, CHECK),
        _summary("build", costs, (*CHECK, *BUILD)),
    ]


def _summary(name: str, costs: dict[int, Costs], stages: tuple[str, ...]) -> str:
    small, large = (_ratio(costs, size, stages) for size in SIZES)
    return f"{name}: {small:.2f} at 1,000 records, {large:.2f} at 10,000, growth {large / small:.2f}"


def _ratio(costs: dict[int, Costs], size: int, stages: tuple[str, ...]) -> float:
    spent = sum(costs[size][stage] - costs[LEAST][stage] for stage in stages)
    return spent / (costs[size][BASELINE] - costs[LEAST][BASELINE])


def _medians(rounds: list[Costs]) -> Costs:
    return {stage: median(costs[stage] for costs in rounds) for stage in rounds[0]}


def _resolved(reading: records.Reading) -> Corpus:
    """Put the records together and work out what is otherwise worked out when it is first asked for."""
    resolved = corpus.resolve(reading)
    _ = resolved.claims, resolved.registry_claims, resolved.facts
    return resolved
