"""Write one folder that is a Data Package, and let two judges over it.

In go compiled tables. Out come CSV, Parquet, schemas and descriptor in one folder, written aside and renamed, and
findings of pandera (over the tables in memory) and frictionless (over the CSV as written), each traced back to its line
of YAML. May import all stages before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.package import folder, judge_frictionless, judge_pandera, roundtrip
from bilat.package.breach import Breach, finding

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from bilat.findings import Finding
    from bilat.tabular import Compiled

__all__ = ["Breach", "build", "judge_package", "judge_tables"]


def build(
    tables: Mapping[str, Compiled],
    root: Path,
    out: Path,
    step: Callable[[str], None],
    finish: Callable[[Path], None] | None = None,
) -> list[Finding]:
    """Judge the tables, write the package, judge what was written; the folder appears only if nothing is wrong.

    `finish` may add files to the folder when all judges have passed, before it appears.
    """
    step("judging the tables")
    if wrong := judge_tables(tables):
        return wrong
    with folder.aside(out) as draft:
        step("writing the package")
        folder.write(tables, root, draft)
        step("judging the package")
        if wrong := judge_package(tables, draft):
            return wrong
        if finish:
            finish(draft)
        folder.publish(draft, out)
    return []


def judge_tables(tables: Mapping[str, Compiled]) -> list[Finding]:
    """Return what pandera has against the tables in memory."""
    return [finding(tables, breach, "B01") for breach in judge_pandera.judge(tables)]


def judge_package(tables: Mapping[str, Compiled], written: Path) -> list[Finding]:
    """Return what frictionless has against a written package, and where its Parquet and CSV differ."""
    found = [finding(tables, breach, "B02") for breach in judge_frictionless.judge(written)]
    return found + [finding(tables, breach, "B03") for breach in roundtrip.judge(written)]
