"""bilat schema: what an editor needs: the schema of a record as one document, and the ids that it can complete."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilat import contract, suggest
from bilat.commands import where
from bilat.errors import UnknownRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@click.command("schema")
@click.argument("name", required=False)
@click.option("--ids", is_flag=True, help="Print ids and names, a tab between them, instead of a schema.")
@click.option(
    "--root", type=click.Path(file_okay=False, path_type=Path), help="The checkout; found by itself if left out."
)
def command(name: str | None, ids: bool, root: Path | None) -> None:
    """Print the JSON Schema of the record NAME, such as meeting, as one document; without NAME, which there are.

    With --ids, print what a record may refer to: of the kind NAME, such as position, or of every kind.

    Exit 0: printed. Exit 2: there is no such record or kind, or other trouble.
    """
    click.echo(_ids(where.checkout(root), name) if ids else _schema(name), nl=False)


def _schema(name: str | None) -> str:
    from bilat.records import files

    known = sorted({*files.FOLDERS.values(), *files.SINGLE.values()})
    if name is None:
        return _lines(known)
    _refuse_unknown(name, known)
    return json.dumps(contract.record_document(name), ensure_ascii=False, indent=2) + "\n"


def _ids(root: Path, kind: str | None) -> str:
    from bilat import records
    from bilat.corpus import directory

    if kind is not None:
        _refuse_unknown(kind, directory.KINDS)
    return _lines("\t".join(entry) for entry in directory.entries(records.read_tree(root / "datasets"), kind))


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _refuse_unknown(name: str, known: Sequence[str]) -> None:
    if name not in known:
        near = suggest.nearest(name, known)
        advice = f"the nearest: {suggest.phrase(near)}" if near else f"there are {suggest.phrase(known)}"
        raise UnknownRecord(f"no kind of record is called `{name}`", advice)
