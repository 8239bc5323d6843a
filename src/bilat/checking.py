"""Check a whole checkout: read, resolve, judge. What `bilat check` and `bilat build` begin with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilat import corpus, findings, records, rules
from bilat.errors import Unavailable

if TYPE_CHECKING:
    from pathlib import Path

    from bilat.corpus import Corpus
    from bilat.findings import Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """A resolved corpus and everything that was found on the way to it."""

    corpus: Corpus
    findings: list[Finding]


def check(root: Path) -> Checked:
    """Check the dataset of a checkout.

    Raises:
        Unavailable: The folder holds no dataset.
    """
    datasets = root / "datasets"
    if not datasets.is_dir():
        raise Unavailable(f"{root} holds no datasets/", "run this in a checkout of the dataset")
    reading = records.read_tree(datasets)
    resolved = corpus.resolve(reading)
    return Checked(resolved, findings.arrange([*reading.findings, *rules.judge(resolved)]))
