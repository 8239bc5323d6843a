"""Make a release again from the records at hand, and say where the result differs from what was published."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bilat import tabular
from bilat.package import folder
from bilat.release import content, notes, sums

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus


def differences(corpus: Corpus, root: Path, version: str) -> list[str]:
    """Return what would be different if a release were made now, one fact a line.

    Records that were changed since are no fault of the release: check out its commit to rebuild it.
    """
    with tempfile.TemporaryDirectory() as made:
        draft = Path(made)
        tables = tabular.compile_tables(corpus, version)
        folder.write(tables, root, draft)
        content.write(tables, draft)
        notes.write(tables, root, version, draft)
        return list(_compared(root / "build" / version, draft))


def _compared(release: Path, draft: Path) -> Iterator[str]:
    published, now = content.recorded(release), content.recorded(draft)
    for name in sorted(published.keys() | now.keys()):
        if published.get(name) != now.get(name):
            yield f"{name} says something else than the records do now"
    if published == now:
        yield from _bytes(release, draft)


def _bytes(release: Path, draft: Path) -> Iterator[str]:
    for path in sums.files(draft):
        name = path.relative_to(draft).as_posix()
        if not (release / name).is_file() or (release / name).read_bytes() != path.read_bytes():
            yield f"{name} has other bytes, though every table says the same"
