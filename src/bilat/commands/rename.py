"""bilat rename: another id for a record, and in whatever refers to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilat import upkeep
from bilat.commands import where

if TYPE_CHECKING:
    from bilat.upkeep import Change


@click.command("rename")
@click.argument("id_", metavar="ID")
@click.argument("new", metavar="NEW")
@click.option(
    "--root", type=click.Path(file_okay=False, path_type=Path), help="The checkout; found by itself if left out."
)
def command(id_: str, new: str, root: Path | None) -> None:
    """Give the record ID the id NEW, in every file that names it; comments and layout stay.

    An id that was released is kept in datasets/retired.yaml, so that whoever cited it finds the new one.

    Exit 0: renamed. Exit 2: refused, and nothing was changed.
    """
    change = upkeep.rename(where.checkout(root), id_, new)
    change.carry_out(same=True)
    tell(f"renamed {id_} to {new}", change)


def tell(what: str, change: Change) -> None:
    """Say what was done, and to which files."""
    files = [f"{path} → {change.moved[path]}" if path in change.moved else path for path in change.changed]
    files = [path for path in files if path not in change.moved.values()]
    click.echo(f"{what}; {len(files)} file{'s' * (len(files) != 1)} changed:")
    for path in files:
        click.echo(f"  {path}{' (removed)' if path in change.gone else ''}")
    for note in change.notes:
        click.echo(f"note: {note}")
