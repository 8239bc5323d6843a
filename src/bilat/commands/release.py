"""bilat release: make build/VERSION from the records, once and for ever."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bilat import checking, findings
from bilat.commands import report, where


@click.command("release")
@click.argument("version")
@click.option(
    "--root", type=click.Path(file_okay=False, path_type=Path), help="The checkout; found by itself if left out."
)
def command(version: str, root: Path | None) -> None:
    """Compile the records into release VERSION, such as 0.1.0.

    Exit 0: released. Exit 1: errors, and nothing was written. Exit 2: the version is refused, or other trouble.
    """
    from bilat import release

    root = where.checkout(root)
    report.step("checking the records")
    checked = checking.check(root)
    found = checked.findings
    if not findings.has_errors(found):
        found = [*found, *findings.arrange(release.release(checked.corpus, root, version, report.step))]
    if found:
        click.echo(report.render(found, "text", root), nl=False)
    if findings.has_errors(found):
        sys.exit(1)
    click.echo(f"released build/{version}; next: git add -f build/{version} build/releases.json datapackage.json")
