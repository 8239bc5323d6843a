"""Put files in their place, all of them or none; each is written aside first, and what is new replaces nothing."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bilat.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


@dataclass(slots=True)
class _Undo:
    """What has been done so far, and how to undo it."""

    folders: list[Path] = field(default_factory=list)
    drafts: list[Path] = field(default_factory=list)
    added: list[Path] = field(default_factory=list)
    replaced: dict[Path, Path] = field(default_factory=dict)

    def roll_back(self) -> None:
        for path, old in self.replaced.items():
            old.replace(path)
        for path in (*self.added, *self.drafts):
            path.unlink(missing_ok=True)
        for folder in reversed(self.folders):
            folder.rmdir()

    def clear(self) -> None:
        for path in self.drafts:
            path.unlink(missing_ok=True)


def put(changed: Mapping[Path, str], added: Mapping[Path, str] | None = None) -> None:
    """Write files; those that are added must not exist yet.

    Raises:
        Refused: Something stands where a file is to be added; nothing was written.
    """
    new = added or {}
    if taken := next((path for path in new if os.path.lexists(path)), None):
        raise Refused(f"{taken} exists", "move it away, or give the record another id")
    undo = _Undo()
    try:
        _make_folders((path.parent for path in new), undo)
        drafts = {path: _draft(path, text, undo) for path, text in (*new.items(), *changed.items())}
        for path, draft in drafts.items():
            _move(draft, path, undo)
    except BaseException:
        undo.roll_back()
        raise
    undo.clear()


def _make_folders(folders: Iterable[Path], undo: _Undo) -> None:
    for folder in folders:
        for missing in reversed([found for found in (folder, *folder.parents) if not found.exists()]):
            missing.mkdir()
            undo.folders.append(missing)


def _draft(path: Path, text: str, undo: _Undo) -> Path:
    draft = _beside(path, "new")
    undo.drafts.append(draft)
    with draft.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        shutil.copymode(path, draft)
    return draft


def _move(draft: Path, path: Path, undo: _Undo) -> None:
    """Put a draft in its place; what stood there is kept beside it until all is done."""
    if path.exists():
        old = _beside(path, "old")
        undo.drafts.append(old)
        shutil.copy2(path, old)
        undo.replaced[path] = old
    else:
        undo.added.append(path)
    draft.replace(path)


def _beside(path: Path, what: str) -> Path:
    """Return a name next to a file that no reader of records looks at."""
    return path.with_name(f".{path.name}.{os.getpid()}.{what}")
