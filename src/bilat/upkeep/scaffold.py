"""A new record with blanks: where it belongs, whether its address is new, and how it gets there."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from typing import TYPE_CHECKING, Final

from bilat.corpus import addresses
from bilat.errors import Refused
from bilat.frozen import Frozen
from bilat.records import blanks, files, strict_yaml
from bilat.upkeep import forms, ids, ledger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bilat.corpus.index import Index
    from bilat.upkeep.forms import Answers

PUBLISHERS: Final = "datasets/publishers.yaml"
_FOLDER: Final = {"issue", "organization", "participant", "place"}


class Scaffold(Frozen):
    """A file that was written, and the paths in it at which something is still to be filled in."""

    path: str
    blanks: tuple[str, ...]


class Known(Frozen):
    """A source that has an address already: its id, its file, and its addresses as they are cited there."""

    id: str
    path: str
    addresses: tuple[str, ...]


def known_address(root: Path, index: Index, url: str) -> Known | None:
    """Return the source that has an address already, in whatever form; one whose blanks are not filled counts too."""
    wanted = addresses.key(url)
    whole = (_known(source.id, source.file, source.url, source.archived) for source in index.sources.values())
    return next((found for found in (*whole, *_unfinished(root, index)) if wanted in _keys(found)), None)


def _unfinished(root: Path, index: Index) -> Iterator[Known]:
    """Yield the sources that are no records yet."""
    for file in files.walk(root / "datasets"):
        if isinstance(file, files.File) and file.kind == "source" and file.id in index.broken:
            with contextlib.suppress(strict_yaml.Unreadable, OSError):
                data = strict_yaml.read(file.read(), file.path).data
                yield _known(file.id, file.path, data.get("url"), data.get("archived"))


def _known(id_: str, path: str, *cited: object) -> Known:
    return Known(id_, path, tuple(address for address in cited if isinstance(address, str)))


def _keys(known: Known) -> list[str]:
    return [addresses.key(address) for address in known.addresses]


def write(root: Path, index: Index, kind: str, id_: str, answers: Answers) -> Scaffold:
    """Write a record with blanks into its folder; a publisher into publishers.yaml.

    Raises:
        Refused: The id is taken or none, or something given cannot be written.
    """
    ids.refuse_taken(index, id_)
    ids.refuse_meaningful(kind, id_)
    data = forms.filled(kind, answers, tuple(index.dataset.sides) if index.dataset else ())
    if kind == "publisher":
        entry = ledger.written({id_: data}, "publishers")
        _replace(root / PUBLISHERS, ledger.register_with(_held(root / PUBLISHERS), id_, entry))
        return Scaffold(PUBLISHERS, tuple(blanks.left(strict_yaml.read(entry.encode("utf-8"), PUBLISHERS))))
    path = f"datasets/{kind}s/{_year(kind, id_, answers)}{id_}.yaml"
    text = ledger.written(data, kind)
    if os.path.lexists(root / path):
        raise Refused(f"{path} exists", "choose another id")
    _replace(root / path, text)
    return Scaffold(path, tuple(blanks.left(strict_yaml.read(text.encode("utf-8"), path))))


def _year(kind: str, id_: str, answers: Answers) -> str:
    """Return the folder of the year below that of the kind, with a slash, if the kind has such folders."""
    if kind in _FOLDER:
        return ""
    dates = answers.get("date" if kind == "meeting" else "published", ())
    found = re.match(r"\d{4}(?!\d)", dates[0] if dates else id_ if kind == "meeting" else "")
    return f"{found[0]}/" if found else "" if kind == "meeting" else "undated/"


def _held(there: Path) -> bytes:
    """Return what a file holds; nothing if it is still to come."""
    if there.is_symlink() or (there.exists() and not there.is_file()):
        raise Refused(f"{PUBLISHERS} is there and is no file", "put the file itself there")
    return there.read_bytes() if there.exists() else b""


def _replace(there: Path, text: str) -> None:
    """Write aside, then rename: nobody ever sees half a file.

    Raises:
        Refused: The way there leads over a link.
    """
    if link := next((folder for folder in there.parents if folder.is_symlink()), None):
        raise Refused(f"{link} is a symbolic link", "put the folder itself there")
    there.parent.mkdir(parents=True, exist_ok=True)
    draft = there.with_name(f".{there.name}.new")
    try:
        draft.write_bytes(text.encode("utf-8"))
        if there.exists():
            shutil.copymode(there, draft)
        draft.replace(there)
    finally:
        draft.unlink(missing_ok=True)
