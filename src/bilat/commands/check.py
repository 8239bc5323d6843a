"""bilat check: the whole dataset, or some of its files, judged; nothing is written unless --fix is given."""

from __future__ import annotations

import functools
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from bilat import checking, findings
from bilat.commands import report, where

if TYPE_CHECKING:
    from collections.abc import Collection

_MOST_TURNS: Final = 3  # ids first, then the acceptances that they leave without a warning


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--root", type=click.Path(file_okay=False, path_type=Path), help="The checkout; found by itself if left out."
)
@click.option(
    "--format", "style", type=click.Choice(list(report.STYLES)), default="text", help="How findings are written."
)
@click.option("--fix", "to_fix", is_flag=True, help="Mend what is safe to mend, and show it as a diff.")
def command(paths: tuple[Path, ...], root: Path | None, style: str, to_fix: bool) -> None:
    """Check every record; or those in PATHS against the records that they name, which is faster.

    With --fix, three things are mended and nothing else: the canonical form, ids that differ in one letter from the
    only one they can mean, and acceptances that nothing needs.

    Exit 0: no errors (warnings allowed). Exit 1: errors. Exit 2: trouble.
    """
    root = where.checkout(root)
    named = where.inside(paths, root)
    if to_fix:
        _fix(root, named, in_the_way=style != "text")
    shown = (checking.check_some(root, named) if named else checking.check(root)).findings
    click.echo(report.render(shown, style, root), nl=False)
    if named and style == "text":
        click.echo("repeated ids, duplicates, and one person in two places, are judged by: bilat check")
    sys.exit(1 if findings.has_errors(shown) else 0)


def _fix(root: Path, named: Collection[Path], *, in_the_way: bool) -> None:
    """Mend what is safe, judged by the whole dataset, and show it; on stderr where stdout is for findings only."""
    from bilat.commands import patches
    from bilat.records import rewriting, writing
    from bilat.rules import fixes

    among = functools.partial(where.among, named=named, root=root)
    for _ in range(_MOST_TURNS):
        checked = checking.check(root)
        files, _strays = rewriting.chosen(root / "datasets", among)
        found = fixes.fixes(checked.corpus, checked.findings, files)
        if not found:
            return
        writing.put({rewrite.file.full: rewrite.after for rewrite in found})
        for rewrite in found:
            click.echo(patches.patch(rewrite), nl=False, err=in_the_way)
