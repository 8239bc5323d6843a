"""bilat fmt: bring records into canonical form, or move what stands under new: into files of its own."""

from __future__ import annotations

import functools
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilat.commands import patches, report, where
from bilat.errors import Unavailable
from bilat.records import rewriting, splitting, writing

if TYPE_CHECKING:
    from bilat.findings import Finding
    from bilat.records.files import File


@click.command("fmt")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Write nothing; show what would change, and exit 1 for it.")
@click.option("--split", "to_split", is_flag=True, help="Move each record under new: into a file of its own.")
@click.option(
    "--root", type=click.Path(file_okay=False, path_type=Path), help="The checkout; found by itself if left out."
)
def command(paths: tuple[Path, ...], only_check: bool, to_split: bool, root: Path | None) -> None:
    """Write every record, or those in PATHS, in canonical form; values and comments stay as they are.

    Exit 0: done, or nothing to do. Exit 1: findings, or with --check something would change. Exit 2: trouble.
    """
    root = where.checkout(root)
    named = where.inside(paths, root)
    among = functools.partial(where.among, named=named, root=root)
    files, strays = rewriting.chosen(root / "datasets", among)
    if named and not files and not strays:
        raise Unavailable(f"{where.shown(named[0])} holds no records", "name files or folders of records, or nothing")
    changes = _split(files, root, only_check) if to_split else _form(files, strays, root, only_check)
    sys.exit(1 if only_check and changes else 0)


def _form(files: list[File], strays: list[Finding], root: Path, only_check: bool) -> int:
    """Format files, or show how; return how many were not in canonical form."""
    found, wrong = rewriting.rewrites(files)
    if not only_check:
        writing.put({rewrite.file.full: rewrite.after for rewrite in found})
    for rewrite in found:
        shown = patches.patch(rewrite, patches.SHORT) if only_check else f"formatted {rewrite.file.path}\n"
        click.echo(shown, nl=False)
    count = f"{len(found)} file{'s' * (len(found) != 1)}"
    if only_check and found:
        click.echo(f"{count} would change; to change {'it' if len(found) == 1 else 'them'}: bilat fmt")
    elif not found:
        click.echo("nothing to format")
    _exit_with([*strays, *wrong], root)
    return len(found)


def _split(files: list[File], root: Path, only_check: bool) -> int:
    """Move records out of meetings, or say where they would go; return how many."""
    known, _ = rewriting.chosen(root / "datasets", lambda _: True)
    plan = splitting.split(root / "datasets", known, files)
    _exit_with(plan.findings, root)
    if not only_check:
        writing.put({rewrite.file.full: rewrite.after for rewrite in plan.changed}, plan.added)
    for id_, path in plan.moved.items():
        click.echo(f"{'would move' if only_check else 'moved'} {id_} to {path.relative_to(root).as_posix()}")
    if not plan.moved:
        click.echo("nothing stands under new:")
    return len(plan.moved)


def _exit_with(findings: list[Finding], root: Path) -> None:
    """Show findings and exit, if there are any."""
    if findings:
        click.echo(report.render(findings, "text", root), nl=False)
        sys.exit(1)
