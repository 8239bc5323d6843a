"""bilat retire: a record that is no more, and what takes its place."""

from __future__ import annotations

from pathlib import Path

import click

from bilat import upkeep
from bilat.commands import rename, report, where


@click.command("retire")
@click.argument("id_", metavar="ID")
@click.option("--into", metavar="ID2", help="The record that takes its place; whatever refers to ID refers to it then.")
@click.option("--because", metavar="TEXT", help="Why nothing takes its place, in one sentence.")
@click.option(
    "--root", type=click.Path(file_okay=False, path_type=Path), help="The checkout; found by itself if left out."
)
def command(id_: str, into: str | None, because: str | None, root: Path | None) -> None:
    """Remove the record ID, with its second readings and first drafts, and enter the id in datasets/retired.yaml.

    Exit 0: retired. Exit 2: refused, and nothing was changed.
    """
    if (into is None) == (because is None):
        raise click.UsageError("say either --into ID2 or --because TEXT")
    root = where.checkout(root)
    change = upkeep.retire(root, id_, into, because)
    come = change.carry_out(same=False)
    rename.tell(f"retired {id_}{f' into {into}' if into else ''}", change)
    if come:
        click.echo(report.render(come, "text", root), nl=False)
