"""bilat check: the whole dataset, or some of its files, judged; nothing is written."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bilat import checking, findings
from bilat.commands import report, where


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--root", type=click.Path(file_okay=False, path_type=Path), help="The checkout; found by itself if left out."
)
@click.option(
    "--format", "style", type=click.Choice(list(report.STYLES)), default="text", help="How findings are written."
)
def command(paths: tuple[Path, ...], root: Path | None, style: str) -> None:
    """Check every record; or those in PATHS against the records that they name, which is faster.

    Exit 0: no errors (warnings allowed). Exit 1: errors. Exit 2: trouble.
    """
    root = where.checkout(root)
    named = where.inside(paths, root)
    shown = (checking.check_some(root, named) if named else checking.check(root)).findings
    click.echo(report.render(shown, style, root), nl=False)
    if named and style == "text":
        click.echo("repeated ids, and what is never used, are judged by: bilat check")
    sys.exit(1 if findings.has_errors(shown) else 0)
