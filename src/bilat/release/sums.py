"""SHA256SUMS of a folder: every file in it but itself, in the form that sha256sum reads."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE: Final = "SHA256SUMS"


def write(folder: Path) -> None:
    """Write the sums of everything in a folder."""
    lines = [f"{of_file(path)}  {path.relative_to(folder).as_posix()}\n" for path in files(folder)]
    (folder / FILE).write_bytes("".join(lines).encode())


def read(folder: Path) -> dict[str, str]:
    """Return the sums of a folder by path."""
    lines = (folder / FILE).read_text("utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def files(folder: Path) -> list[Path]:
    """Return every file below a folder but the sums themselves, by path."""
    return sorted(_below(folder), key=lambda path: path.relative_to(folder).as_posix())


def of_file(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _below(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and path.name != FILE)
