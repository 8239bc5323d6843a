"""Is a release still what was published: its index entry, its sums, its content hashes, its CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.errors import UnknownVersion
from bilat.package import judge_frictionless, roundtrip
from bilat.release import content, index, sums

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def verify(root: Path, version: str) -> list[str]:
    """Return what is wrong with a release, one fact a line; nothing if it is what was published.

    Raises:
        UnknownVersion: The index knows no such release.
    """
    if version not in index.versions(root):
        known = ", ".join(index.versions(root)) or "none yet"
        raise UnknownVersion(f"no release {version} in build/releases.json", f"known: {known}")
    release = root / "build" / version
    if not (release / sums.FILE).is_file():
        return [f"build/{version}/{sums.FILE} is missing"]
    wrong = [*_index(root, version, release), *_sums(release)]
    return wrong or [*_content(release), *_package(release)]


def _index(root: Path, version: str, release: Path) -> Iterator[str]:
    if sums.of_file(release / sums.FILE) != index.recorded(root, version):
        yield f"{sums.FILE} of {version} is not the one in build/releases.json"


def _sums(release: Path) -> Iterator[str]:
    expected = sums.read(release)
    found = {path.relative_to(release).as_posix(): path for path in sums.files(release)}
    for name in sorted(expected.keys() | found.keys()):
        if name not in found:
            yield f"{name} is missing"
        elif name not in expected:
            yield f"{name} is not part of the release"
        elif (digest := sums.of_file(found[name])) != expected[name]:
            yield f"{name} has sha256 {digest[:12]}…, expected {expected[name][:12]}…"


def _content(release: Path) -> Iterator[str]:
    for name, expected in content.recorded(release).items():
        if content.of_file(release / "parquet" / f"{name}.parquet") != expected:
            yield f"the content of {name} is not what was published"


def _package(release: Path) -> Iterator[str]:
    for breach in (*judge_frictionless.judge(release), *roundtrip.judge(release)):
        yield f"{breach.table}.{breach.column}, row {breach.row + 1}: {breach.constraint}"
