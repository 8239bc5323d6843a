"""A small checkout that serves one case after another: changed, looked at, and put back."""

from __future__ import annotations

import os
import shutil
import stat
from typing import TYPE_CHECKING, Final

from fuzz import places
from fuzz.stock import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fuzz.case import Case
    from fuzz.stock import Stock

DATASETS: Final = "datasets"
PACKAGE: Final = "datapackage.json"

Sight = dict[str, tuple[int, int, int, int]]


class Checkout:
    """One folder with the tree of a stock in it."""

    def __init__(self, root: Path, stock: Stock) -> None:
        self.root = root
        self.stock = stock
        self.datasets = root / DATASETS
        self.out = root / "out"
        root.mkdir(parents=True)
        shutil.copy(ROOT / PACKAGE, root / PACKAGE)
        self._write_all()

    def apply(self, case: Case) -> Path:
        """Make the changes of a case and return the path that a command is to be given."""
        for path, raw in case.changed.items():
            if case.way == "places":
                return places.put(case.random("places"), self._file(path), raw)
            self._file(path).write_bytes(raw)
        return self.datasets / case.path

    def restore(self, case: Case) -> None:
        """Put back what a case changed."""
        if case.way == "places":
            shutil.rmtree(self.datasets)
            self._write_all()
        for path in case.changed if case.way != "places" else ():
            if path in self.stock.tree:
                (self.datasets / path).write_bytes(self.stock.tree[path])
            else:
                (self.datasets / path).unlink()
        shutil.rmtree(self.out, ignore_errors=True)

    def renew(self) -> None:
        """Put back everything, whatever became of it."""
        shutil.rmtree(self.root)
        self.root.mkdir()
        shutil.copy(ROOT / PACKAGE, self.root / PACKAGE)
        self._write_all()

    def sight(self) -> Sight:
        """Return what can be seen of every entry below the folder without reading it, the build's own left out."""
        return {entry.path: _seen(entry) for entry in _entries(self.root) if not entry.path.startswith(str(self.out))}

    def _file(self, path: str) -> Path:
        full = self.datasets / path
        full.parent.mkdir(parents=True, exist_ok=True)
        return full

    def _write_all(self) -> None:
        for path, raw in self.stock.tree.items():
            self._file(path).write_bytes(raw)


def _entries(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        entries = list(found)
    for entry in entries:
        yield entry
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(entry.path)


def _seen(entry: os.DirEntry[str]) -> tuple[int, int, int, int]:
    seen = entry.stat(follow_symlinks=False)
    return (seen.st_mode, seen.st_ino, seen.st_size if stat.S_ISREG(seen.st_mode) else 0, seen.st_mtime_ns)
