"""bilat build: check, compile, judge; the package folder appears only if nothing is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bilat import checking, findings
from bilat.commands import report, where


@click.command("build")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="The folder to make; build/dev if left out."
)
@click.option(
    "--root", type=click.Path(file_okay=False, path_type=Path), help="The checkout; found by itself if left out."
)
def command(out: Path | None, root: Path | None) -> None:
    """Compile the records into tables: CSV, Parquet and a Data Package.

    Exit 0: built. Exit 1: errors, and nothing was written. Exit 2: trouble.
    """
    root = where.checkout(root)
    out = where.replaceable(out or root / "build" / "dev")
    report.step("checking the records")
    checked = checking.check(root)
    found = checked.findings
    if not findings.has_errors(found):
        from bilat import package, tabular

        report.step("compiling the tables")
        compiled = tabular.compile_tables(checked.corpus)
        found = [*found, *findings.arrange(package.build(compiled, root, out, report.step))]
    if found:
        click.echo(report.render(found, "text", root), nl=False)
    if findings.has_errors(found):
        sys.exit(1)
    rows = sum(table.data.num_rows for table in compiled.values())
    click.echo(f"built {len(compiled)} tables with {rows:,} rows in {where.shown(out)}")
