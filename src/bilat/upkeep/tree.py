"""Every file of a dataset as it was read: its text, and what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat import records
from bilat.corpus.index import Index
from bilat.errors import Refused, Unavailable
from bilat.frozen import Frozen
from bilat.records import Reading, files
from bilat.records.model import Note, Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bilat.records import File


class Leaf(Frozen):
    """One file: its text as it was read, and the records and notes in it."""

    file: File
    text: str
    parts: tuple[Record | Note, ...]
    is_draft: bool


class Tree(Frozen):
    """All files of a dataset, first drafts among them."""

    root: Path
    leaves: tuple[Leaf, ...]
    index: Index

    @classmethod
    def read(cls, root: Path) -> Tree:
        """Read all files of a checkout.

        Raises:
            Unavailable: The folder holds no dataset.
            Refused: A file cannot be read, so nobody knows to what it refers.
        """
        if not (root / "datasets").is_dir():
            raise Unavailable(f"{root} holds no datasets/", "run this in a checkout of the dataset")
        leaves = tuple(_leaves(root / "datasets"))
        return cls(root, leaves, Index(_reading(leaves)))


def _leaves(datasets: Path) -> Iterator[Leaf]:
    for found in files.walk(datasets):
        if isinstance(found, files.File):
            yield _leaf(found, is_draft=False)
    for _, file in files.drafts(datasets):
        yield _leaf(file, is_draft=True)


def _leaf(file: File, *, is_draft: bool) -> Leaf:
    parts, wrong = records.read_file(file)
    if wrong:
        message = f"{wrong[0].location} cannot be read: {wrong[0].message}"
        raise Refused(message, "mend that file first; what it refers to is not known: bilat check")
    return Leaf(file, file.read().decode("utf-8"), tuple(parts), is_draft)


def _reading(leaves: tuple[Leaf, ...]) -> Reading:
    parts = [part for leaf in leaves if not leaf.is_draft for part in leaf.parts]
    return Reading(
        tuple(part for part in parts if isinstance(part, Record)),
        tuple(part for part in parts if isinstance(part, Note)),
        {},
        frozenset(),
        (),
        {},
    )
