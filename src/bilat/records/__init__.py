"""Read one file: bytes, strict YAML with positions, JSON Schema, typed records.

In go the files below datasets/. Out come typed records, each of which knows its file and line, and findings for what
could not be read. Nothing here knows of any other record than the one at hand. May import the floor only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bilat.records import files, schema, strict_yaml, typed
from bilat.records.files import File
from bilat.records.model import Meeting, Note, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from bilat.findings import Finding

__all__ = ["File", "Reading", "read_file", "read_tree"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading some files gave: the records in them, the ids of those that were broken, and what is wrong.

    `drafts` holds the two first drafts, a and b, of each record that was drafted twice; they are not records.
    """

    records: tuple[Record, ...]
    notes: tuple[Note, ...]
    drafts: Mapping[tuple[str, str], Meeting]
    broken: frozenset[str]
    findings: tuple[Finding, ...]


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
    )


def read_file(file: File) -> tuple[list[Record | Note], list[Finding]]:
    """Read one file; a file with findings gives neither records nor notes."""
    try:
        document = strict_yaml.read(file.read(), file.path)
    except strict_yaml.Unreadable as error:
        return [], [error.finding]
    except OSError as error:
        return [], [files.unopened(file.path, error)]
    if findings := schema.judge(document, file.kind):
        return [], findings
    return [*typed.records_in(file, document), *typed.notes_in(file, document)], []


def _gather(found: Iterable[File], strays: Iterable[Finding]) -> Reading:
    records: list[Record] = []
    notes: list[Note] = []
    broken: set[str] = set()
    findings = list(strays)
    for file in found:
        read, wrong = read_file(file)
        records += [found for found in read if isinstance(found, Record)]
        notes += [found for found in read if isinstance(found, Note)]
        findings += wrong
        if wrong:
            broken.add(file.id)
    return Reading(tuple(records), tuple(notes), {}, frozenset(broken), tuple(findings))
