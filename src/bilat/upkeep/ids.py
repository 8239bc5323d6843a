"""Which ids exist, which can be taken, and which are nearest to one that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat import suggest
from bilat.corpus import mentions
from bilat.errors import Refused
from bilat.records import files, scalars
from bilat.records.entries import Scalar
from bilat.records.model import Dataset

if TYPE_CHECKING:
    from bilat.corpus.index import Index
    from bilat.records.model import Record
    from bilat.upkeep.tree import Tree

FORM: Final = "an id has up to 64 of a-z, 0-9 and single hyphens, such as doe-jane"
# What has a meaning of its own where the id of such a record is written.
_RESERVED: Final = {"participant": "n", "source": "self"}


def existing(tree: Tree, id_: str) -> Record:
    """Return the record of an id.

    Raises:
        Refused: There is none, or it is no record that can be renamed or retired.
    """
    record = tree.index.ids.get(id_)
    if record is None or isinstance(record, Dataset):
        near = suggest.nearest(id_, tree.index.ids)
        raise Refused(f"no record has the id `{id_}`", f"the nearest: {suggest.phrase(near)}" if near else "")
    return record


def taken(index: Index, id_: str) -> str | None:
    """Say why an id cannot be given to a record, if it cannot."""
    if not files.is_id(id_):
        return f"`{id_}` is no id"
    if (there := index.ids.get(id_)) is not None:
        return f"`{id_}` exists: {there.at(key=True)}"
    if id_ in index.listed or id_ in index.broken:
        return f"`{id_}` exists"
    if id_ in index.retired:
        return f"`{id_}` is retired and never names anything else: {index.retired[id_].at(key=True)}"
    return None


def refuse_taken(index: Index, id_: str) -> None:
    """Let nothing but a new id pass.

    Raises:
        Refused: The text is no id, or the id exists or is retired.
    """
    if reason := taken(index, id_):
        raise Refused(reason, "choose another id" if files.is_id(id_) else FORM)


def refuse_named(tree: Tree, new: str) -> None:
    """Let nothing pass that is named already, though no record has it: it would be taken for what was meant.

    Raises:
        Refused: Something refers to the id, or is about it.
    """
    for leaf in tree.leaves:
        if leaf.file.id == new:
            raise Refused(f"`{new}` is what {leaf.file.path} is about", "choose another id, or remove that file")
        for mention in (found for part in leaf.parts for found in mentions.of(tree.index, part, new, new)):
            raise Refused(f"{mention.where} refers to `{new}` already", "choose another id, or mend that first")


def kind_of(record: Record) -> str:
    """Return the kind of a record, as files and messages write it."""
    return type(record).__name__.lower()


def refuse_meaningful(kind: str, new: str) -> None:
    """Let nothing pass that would mean something else where ids of such records are written.

    Raises:
        Refused: YAML reads the id as a number or word of its own, or records do.
    """
    if scalars.inline(Scalar(new)) != new:
        raise Refused(f"`{new}` is no text in YAML", "choose an id with a letter that makes it one")
    if _RESERVED.get(kind) == new:
        raise Refused(f"`{new}` has a meaning of its own in records", "choose another id")


def refuse_referring(tree: Tree, into: str, id_: str) -> None:
    """Let nothing be replaced by a record that refers to it, and would then refer to itself.

    Raises:
        Refused: It does.
    """
    for mention in mentions.of(tree.index, tree.index.ids[into], id_, into):
        raise Refused(f"{mention.where} refers to `{id_}`, which `{into}` is to replace", "delete that reference first")


def refuse_other_kind(record: Record, into: Record) -> None:
    """Let a record be replaced by another of its kind only.

    Raises:
        Refused: The two are one record, or of two kinds.
    """
    if type(record) is not type(into) or record.id == into.id:
        kinds = f"one is of the kind {kind_of(record)}, the other of the kind {kind_of(into)}"
        reason = "is the same record" if record.id == into.id else f"cannot take its place: {kinds}"
        raise Refused(f"`{into.id}` {reason}", "name another record of the same kind")
