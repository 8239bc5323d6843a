"""Begin, rename and retire records, with whatever refers to them, so that nothing is ever left half done.

In go a checkout and an id. Out come changed files: written aside, checked there, and only then put in place of the old
ones, all or none. May import all stages before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.errors import Refused
from bilat.upkeep import change, ids, ledger
from bilat.upkeep.change import Change
from bilat.upkeep.tree import Tree

if TYPE_CHECKING:
    from pathlib import Path


__all__ = ["Change", "rename", "retire"]


def rename(root: Path, id_: str, new: str) -> Change:
    """Return the change that gives a record another id, wherever the old one stands.

    Raises:
        Refused: There is no such record, or the new id cannot be taken.
    """
    tree = Tree.read(root)
    record = ids.existing(tree, id_)
    ids.refuse_taken(tree.index, new)
    ids.refuse_meaningful(ids.kind_of(record), new)
    ids.refuse_named(tree, new)
    made = change.exchanged(tree, id_, new)
    change.move(made, id_, new)
    if (version := ledger.published_in(root, record)) and id_ not in tree.index.retired:
        ledger.add(made, id_, {"successor": new})
        made.notes.append(f"{id_} is published in {version}: datasets/retired.yaml says that {new} took its place")
    return made


def retire(root: Path, id_: str, into: str | None, because: str | None) -> Change:
    """Return the change that removes a record, and lets whatever referred to it refer to another one.

    Raises:
        Refused: There is no such record, or nothing says what its references are to become.
    """
    tree = Tree.read(root)
    record = ids.existing(tree, id_)
    if into:
        ids.refuse_other_kind(record, ids.existing(tree, into))
        ids.refuse_referring(tree, into, id_)
    made = change.exchanged(tree, id_, into or id_, without=record)
    ledger.remove(made, record)
    left = [where for where in made.places if where.path not in made.gone]
    if left and not into:
        count = f"{len(left)} place{'s' * (len(left) != 1)}"
        message = f"`{id_}` is referred to in {count}, the first at {left[0]}"
        raise Refused(message, f"name what takes its place: bilat retire {id_} --into ID")
    ledger.add(made, id_, {"successor": into} if into else {"because": because or ""})
    return made
