"""Read one file: bytes, strict YAML with positions, JSON Schema, typed records.

In go the files below datasets/. Out come typed records, each of which knows its file and line, and findings for what
could not be read. Nothing here knows of any other record than the one at hand. May import the floor only.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bilat.frozen import Frozen, replace
from bilat.records import files, needed
from bilat.records.files import File
from bilat.records.model import Meeting, Note, Record
from bilat.records.single import read_file

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from bilat.findings import Finding
    from bilat.records.needed import Names, Read

__all__ = ["File", "Reading", "read_file", "read_some", "read_tree"]


class Reading(Frozen):
    """What reading some files gave: the records in them, the ids of those that were broken, and what is wrong.

    `drafts` holds the two first drafts, a and b, of each record that was drafted twice; they are not records.
    `listed` holds the kind of every id that has a file, read or not.
    """

    records: tuple[Record, ...]
    notes: tuple[Note, ...]
    drafts: Mapping[tuple[str, str], Meeting]
    broken: frozenset[str]
    findings: tuple[Finding, ...]
    listed: Mapping[str, str]


def read_tree(datasets: Path) -> Reading:
    """Read every record below a folder of records."""
    walked = list(files.walk(datasets))
    strays = [found for found in walked if not isinstance(found, File)]
    reading = _gather([found for found in walked if isinstance(found, File)], strays)
    drafts = {
        letter: _gather([file for found, file in files.drafts(datasets) if found == letter], ()) for letter in "ab"
    }
    return replace(
        reading,
        drafts={(d.id, letter): d for letter, read in drafts.items() for d in read.records if isinstance(d, Meeting)},
        findings=(*reading.findings, *(found for read in drafts.values() for found in read.findings)),
        listed=_listed(walked),
    )


def read_some(datasets: Path, named: Collection[Path], names: Names, *, whole: bool = False) -> Reading:
    """Read the named files or folders, and whatever is needed to judge them.

    `names` gives the ids that a record refers to, and is told whether the record is one of the named. A record may
    also be named by its parts, and defined under new: of another one, so meetings that seem to do so are read as well.
    With `whole`, all publishers are read, not only the named.
    """
    walked = list(files.walk(datasets))
    strays = [found for found in walked if not isinstance(found, File)]
    known = [found for found in walked if isinstance(found, File)]
    places = {str(path) for path in named}
    folders = tuple(place.rstrip(os.sep) + os.sep for place in places)
    first = [file for file in known if file.stands_at in places or file.stands_at.startswith(folders)]
    return replace(_gathered(needed.closure(known, first, names, whole=whole), strays), listed=_listed(walked))


def _listed(walked: Iterable[File | Finding]) -> dict[str, str]:
    return {found.id: found.kind for found in walked if isinstance(found, File) and found.kind in files.RECORDS}


def _gather(found: Iterable[File], strays: Iterable[Finding]) -> Reading:
    return _gathered(((file, *read_file(file)) for file in found), strays)


def _gathered(read: Iterable[Read], strays: Iterable[Finding]) -> Reading:
    records: list[Record] = []
    notes: list[Note] = []
    broken: set[str] = set()
    findings = list(strays)
    for file, parts, wrong in read:
        records += [found for found in parts if isinstance(found, Record)]
        notes += [found for found in parts if isinstance(found, Note)]
        findings += wrong
        if wrong:
            broken.add(file.id)
    return Reading(tuple(records), tuple(notes), {}, frozenset(broken), tuple(findings), {})
