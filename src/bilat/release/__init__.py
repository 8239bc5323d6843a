"""Make a release, and verify one: version, sums, content hashes, provenance, notes, index.

In go a checked corpus and a version. Out comes build/VERSION, complete and never changed again, its line in
build/releases.json, and the root's datapackage.json pointing at it. May import all stages before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat import package, tabular
from bilat.errors import Refused
from bilat.release import content, index, notes, sums
from bilat.release.rebuild import differences
from bilat.release.verify import verify
from bilat.release.version import Version

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bilat.corpus import Corpus
    from bilat.findings import Finding

__all__ = ["Version", "differences", "release", "verify"]


def release(corpus: Corpus, root: Path, version: str, step: Callable[[str], None]) -> list[Finding]:
    """Compile a corpus into build/VERSION and make it the current release; with findings, nothing is written.

    Raises:
        Refused: The version is no version, is not larger than the newest one, or exists already.
    """
    _refuse(root, version)
    step("compiling the tables")
    tables = tabular.compile_tables(corpus, version)

    def finish(draft: Path) -> None:
        content.write(tables, draft)
        notes.write(tables, root, version, draft)
        sums.write(draft)

    if findings := package.build(tables, root, root / "build" / version, step, finish):
        return findings
    step("writing the index")
    index.add(root, version)
    index.point_root(root, version)
    return []


def _refuse(root: Path, version: str) -> None:
    wanted = Version.parse(version)
    if (root / "build" / version).exists():
        raise Refused(f"build/{version} exists; a release is never changed", "choose a larger version")
    newest = max((Version.parse(known) for known in index.versions(root)), default=None)
    if newest and wanted <= newest:
        raise Refused(f"{version} is not larger than {newest}, the newest release", f"choose one larger than {newest}")
