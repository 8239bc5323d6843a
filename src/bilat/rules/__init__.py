"""Judge the whole: what no schema can say, one small rule a file.

In goes the resolved corpus. Out come findings, less the warnings that a record accepts with a reason. A rule is a
module below one of the families; adding one means adding that file, whose docstring is its page and its test.
May import the floor, records and corpus.
"""

from __future__ import annotations

import functools
import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from bilat.findings import Severity
from bilat.rules.acceptance import unaccepted
from bilat.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bilat.corpus import Corpus
    from bilat.findings import Finding

__all__ = ["Rule", "judge", "rules"]


@functools.cache
def rules() -> Mapping[str, Rule]:
    """Return every rule by its code."""
    families = [entry for entry in Path(__file__).parent.iterdir() if entry.is_dir()]
    names = [
        f"{__name__}.{family.name}.{file.stem}"
        for family in families
        for file in family.iterdir()
        if file.suffix == ".py" and not file.name.startswith("_")
    ]
    found: list[Rule] = [importlib.import_module(name).check for name in names]
    return {rule.code: rule for rule in sorted(found, key=lambda rule: rule.code)}


def judge(corpus: Corpus, only: Collection[str] | None = None) -> list[Finding]:
    """Return what the rules find in the whole, accepted warnings left out and needless acceptances reported.

    With `only`, the paths of some files, what stands elsewhere is not looked at, and rules that compare all records
    do not judge.
    """
    judging = [rule for rule in rules().values() if only is None or not rule.whole]
    findings = [finding for rule in judging for finding in rule.findings(corpus, only)]
    warnings = [finding for finding in findings if finding.severity is Severity.WARNING]
    unjudged = rules().keys() - {rule.code for rule in judging}
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    return errors + list(unaccepted(corpus, warnings, unjudged, only))
