"""Changes of what stands where a file is due: links, folders, pipes, nothing, and names that no record may have."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

NAMES: Final = (
    *("a\nb.yaml", "a\rb.yaml", "\x1b[31m.yaml", "a b.yaml", "..yaml", ".hidden.yaml", ".yaml", "A.yaml", "é.yaml"),
    *("e\u0301.yaml", "\u202ea.yaml", "a.yml", "a.yaml.yaml", "a.YAML", "-a.yaml", "a--b.yaml", "a" * 65 + ".yaml"),
    *("a", "::error::x.yaml", "a%0Ab.yaml", "a:1:1.yaml", "$(id).yaml", "*.yaml", "'.yaml", "\udcff.yaml", "\x85.yaml"),
    *("~", "new.yaml", "con.yaml", "0.yaml", "README.md", "a.yaml~", "#a.yaml#", "\U000e0041.yaml", "[a].yaml"),
    *("\u3000.yaml",),
)  # fmt: skip


def put(rng: Random, full: Path, raw: bytes) -> Path:
    """Put something odd in the place of a file, or beside it, and return where it is."""
    return rng.choice(_ODD)(rng, full, raw)


def _renamed(rng: Random, full: Path, raw: bytes) -> Path:
    full.unlink(missing_ok=True)
    return _named(rng, full, raw)


def _named(rng: Random, full: Path, raw: bytes) -> Path:
    other = full.with_name(rng.choice(NAMES))
    other.write_bytes(raw)
    return other


def _gone(rng: Random, full: Path, raw: bytes) -> Path:
    full.unlink(missing_ok=True)
    return full


def _empty(rng: Random, full: Path, raw: bytes) -> Path:
    full.write_bytes(rng.choice((b"", b"\n", b" ", b"#", b"---", b"...", b"{}", b"[]", b"null", b"~", b"\0")))
    return full


def _link(rng: Random, full: Path, raw: bytes) -> Path:
    full.unlink(missing_ok=True)
    targets = (full.name, "nowhere", "/etc/hostname", "/dev/zero", "..", ".", "/", "dataset.yaml", "../dataset.yaml")
    full.symlink_to(rng.choice(targets))
    return full


def _linked_folder(rng: Random, full: Path, raw: bytes) -> Path:
    made = full.parent / rng.choice(("loop", "loop.yaml"))
    made.symlink_to(rng.choice((".", "..", "/", "/proc/self")), target_is_directory=True)
    return made


def _folder(rng: Random, full: Path, raw: bytes) -> Path:
    full.unlink(missing_ok=True)
    full.mkdir()
    if rng.random() < 0.5:
        (full / full.name).write_bytes(raw)
    return full


def _deep_folder(rng: Random, full: Path, raw: bytes) -> Path:
    deep = full.parent.joinpath(*["d"] * rng.choice((1, 1, 30, 100)))
    deep.mkdir(parents=True)
    (deep / full.name).write_bytes(raw)
    return deep / full.name


def _pipe(rng: Random, full: Path, raw: bytes) -> Path:
    full.unlink(missing_ok=True)
    os.mkfifo(full)
    return full


def _twice(rng: Random, full: Path, raw: bytes) -> Path:
    other = full.parent / "twice" / full.name
    other.parent.mkdir()
    other.write_bytes(raw)
    return other


def _at_another_kind(rng: Random, full: Path, raw: bytes) -> Path:
    top = full.parent if full.parent.name == "datasets" else full.parent.parent
    folder = top / rng.choice(("meetings", "sources", "places", "codings", "codings/x", "readings", "unknown", "."))
    folder.mkdir(parents=True, exist_ok=True)
    other = folder / rng.choice((full.name, "a.yaml", "retired.yaml", "leads.yaml", "coverage.yaml", "publishers.yaml"))
    other.write_bytes(raw)
    return other


_ODD: Final[tuple[Callable[[Random, Path, bytes], Path], ...]] = (
    _renamed,
    _named,
    _named,
    _gone,
    _empty,
    _link,
    _linked_folder,
    _folder,
    _deep_folder,
    _pipe,
    _twice,
    _at_another_kind,
)
