"""Which files under datasets/ are records, and of what kind; nothing outside of that folder is ever read."""

from __future__ import annotations

import os
import re
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from bilat.findings import Finding, Location, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDERS: Final = {
    "issues": "issue",
    "meetings": "meeting",
    "organizations": "organization",
    "participants": "participant",
    "places": "place",
    "readings": "reading",
    "sources": "source",
}
SINGLE: Final = {
    "coverage.yaml": "coverage",
    "dataset.yaml": "dataset",
    "leads.yaml": "leads",
    "publishers.yaml": "publishers",
    "retired.yaml": "retired",
}
# Kinds whose files are records, each under an id of its own.
RECORDS: Final = frozenset(FOLDERS.values()) - {"reading"}
# Drafts are compiled for comparison only; they are no records of their own and share the ids of those they became.
DRAFTS: Final = "codings"
_ID: Final = re.compile(r"(?=.{1,64}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")


class File(NamedTuple):
    """One file of the dataset: its path as findings print it, its kind, and the id that its name gives.

    Thousands are made at each start, most of them for their ids alone, and nothing is made faster than a tuple.
    """

    path: str
    stands_at: str
    kind: str
    id: str

    @property
    def full(self) -> Path:
        """Where the file stands on this machine."""
        return Path(self.stands_at)

    def read(self) -> bytes:
        """Return the bytes of the file."""
        with FileIO(self.stands_at) as stream:
            return stream.readall()


def is_id(text: str) -> bool:
    """Say whether a text can be the id of a record."""
    return _ID.fullmatch(text) is not None


def walk(datasets: Path, shown: str = "datasets") -> Iterator[File | Finding]:
    """Yield every record file below the folder, sorted by path, and a finding for what is there but is none."""
    for entry in sorted(datasets.iterdir(), key=lambda found: found.name):
        path = f"{shown}/{printable(entry.name)}"
        if entry.is_symlink():
            yield _symlink(path)
        elif entry.is_dir() and entry.name in FOLDERS:
            yield from _folder(str(entry), path, FOLDERS[entry.name])
        elif entry.is_dir() and entry.name == DRAFTS:
            yield from (_symlink(_below(found, datasets, shown)) for found in _links(entry))
        elif entry.is_file() and entry.name in SINGLE:
            yield File(path, str(entry), SINGLE[entry.name], entry.name.removesuffix(".yaml"))
        elif not (entry.name.startswith(".") or entry.suffix == ".md"):
            yield _stray(path)


def drafts(datasets: Path, shown: str = "datasets") -> Iterator[tuple[str, File]]:
    """Yield each first draft as its letter and its file: codings/RECORD/a.yaml and b.yaml."""
    folder = datasets / DRAFTS
    for path in sorted(folder.glob("*/[ab].yaml")):
        if path.is_file() and not any(step.is_symlink() for step in (path, path.parent, folder)):
            yield path.stem, File(_below(path, datasets, shown), str(path), "meeting", path.parent.name)


def _links(folder: Path) -> list[Path]:
    return sorted(found for found in folder.rglob("*") if found.is_symlink())


def _below(path: Path, datasets: Path, shown: str) -> str:
    return f"{shown}/{printable(path.relative_to(datasets).as_posix())}"


def _folder(folder: str, shown: str, kind: str) -> Iterator[File | Finding]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield unopened(shown, error)
        return
    for entry in found:
        name = entry.name
        if name.endswith(".yaml") and _ID.fullmatch(name[:-5]) and entry.is_file(follow_symlinks=False):
            yield File(f"{shown}/{name}", entry.path, kind, name[:-5])
        else:
            yield from _other(entry, f"{shown}/{printable(name)}", kind)


def _other(entry: os.DirEntry[str], path: str, kind: str) -> Iterator[File | Finding]:
    """Yield what stands below a folder, or what is wrong with something else that is no record."""
    if entry.is_symlink():
        yield _symlink(path)
    elif entry.is_dir():
        yield from _folder(entry.path, path, kind)
    elif not entry.is_file():
        yield _no_file(path, "this is a pipe, socket or device, not a file", "put the record itself here")
    elif not entry.name.startswith("."):
        yield _misnamed(path)


def unopened(path: str, error: OSError) -> Finding:
    """Say that a file or folder is there and cannot be opened."""
    return _no_file(path, f"this cannot be opened: {(error.strerror or str(error)).lower()}", "check its permissions")


def _symlink(path: str) -> Finding:
    return _no_file(path, "this is a symbolic link, not a file", "put the record itself here")


def _no_file(path: str, message: str, help: str) -> Finding:  # noqa: A002
    return Finding("Y13", Location(path), message, help=help)


def _stray(path: str) -> Finding:
    return Finding("Y17", Location(path), "no records are read from here", help=f"records live in {', '.join(FOLDERS)}")


def _misnamed(path: str) -> Finding:
    message = "the name of this file is no id followed by .yaml"
    return Finding(
        "Y18",
        Location(path),
        message,
        help="name it with up to 64 of a-z, 0-9 and single hyphens, such as doe-jane.yaml: the name is the record's id",
    )
