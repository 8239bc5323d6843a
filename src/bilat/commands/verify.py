"""bilat verify: is a release still what was published?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bilat import checking
from bilat.commands import where


@click.command("verify")
@click.argument("version", required=False)
@click.option(
    "--root", type=click.Path(file_okay=False, path_type=Path), help="The checkout; found by itself if left out."
)
@click.option("--rebuild", is_flag=True, help="Make the release again from the records at hand, and compare.")
def command(version: str | None, root: Path | None, *, rebuild: bool) -> None:
    """Verify release VERSION, or every release: sums, content, keys, and that CSV and Parquet agree.

    With --rebuild, also compare it (the newest, if none is named) with what the records give now.

    Exit 0: all are what was published. Exit 1: something differs. Exit 2: no such release.
    """
    from bilat import release
    from bilat.release import index

    root = where.checkout(root)
    wrong = 0
    for one in [version] if version else index.versions(root):
        faults = release.verify(root, one)
        if rebuild and one == (version or index.versions(root)[-1]):
            faults += release.differences(checking.check(root).corpus, root, one)
        wrong += len(faults)
        click.echo(f"{one}: {'as published' if not faults else f'{len(faults)} differences'}")
        for fault in faults:
            click.echo(f"   {fault}")
    sys.exit(1 if wrong else 0)
