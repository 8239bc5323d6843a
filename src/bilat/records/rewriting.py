"""Which files would read differently in canonical form, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.frozen import Frozen
from bilat.records import canonical, files, strict_yaml
from bilat.records.files import File

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from bilat.findings import Finding


class Rewrite(Frozen):
    """A file, its text, and the text that it should have."""

    file: File
    before: str
    after: str


def chosen(datasets: Path, among: Callable[[str], bool]) -> tuple[list[File], list[Finding]]:
    """Return the record files whose paths are wanted, and what is wrong with those that are none."""
    walked = list(files.walk(datasets))
    strays = [found for found in walked if not isinstance(found, File)]
    return (
        [found for found in walked if isinstance(found, File) and among(found.path)],
        [found for found in strays if among(found.location.path)],
    )


def rewrites(named: Iterable[File]) -> tuple[list[Rewrite], list[Finding]]:
    """Return the files that are not in canonical form; those that cannot be read are left alone with a finding."""
    found: list[Rewrite] = []
    wrong: list[Finding] = []
    for file in named:
        try:
            raw = file.read()
            after = canonical.form(raw, file.path, file.kind)
        except strict_yaml.Unreadable as error:
            wrong.append(error.finding)
        except OSError as error:
            wrong.append(files.unopened(file.path, error))
        else:
            if after.encode() != raw:
                found.append(Rewrite(file, raw.decode(), after))
    return found, wrong
