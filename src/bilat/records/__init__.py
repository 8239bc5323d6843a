"""Read one file: bytes, strict YAML with positions, JSON Schema, typed records.

In go the files below datasets/. Out come typed records, each of which knows its file and line, and findings for what
could not be read. Nothing here knows of any other record than the one at hand. May import the floor only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilat.frozen import Frozen, replace
from bilat.records import blanks, files, schema, strict_yaml, typed
from bilat.records.files import File
from bilat.records.model import Meeting, Note, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from bilat.findings import Finding
    from bilat.records.document import Document

    Read = tuple[File, list[Record | Note], list[Finding]]

__all__ = ["File", "Reading", "read_file", "read_some", "read_tree"]

# Small files that everything rests on.
_ALWAYS: Final = ("dataset", "publishers", "retired")


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


def read_some(
    datasets: Path, named: Collection[Path], names: Callable[[Record | Note, bool], Iterable[str]]
) -> Reading:
    """Read the named files or folders, and whatever is needed to judge them.

    `names` gives the ids that a record refers to, and is told whether the record is one of the named. A record may
    also be named by its parts, and defined under new: of another one, so meetings that seem to do so are read as well.
    """
    walked = list(files.walk(datasets))
    strays = [found for found in walked if not isinstance(found, File)]
    known = [found for found in walked if isinstance(found, File)]
    places = [str(path) for path in named]
    first = [file for file in known if any(file.is_in(place) for place in places)]
    return replace(_gathered(_closure(known, first, names), strays), listed=_listed(walked))


def _closure(
    known: Collection[File], first: Collection[File], names: Callable[[Record | Note, bool], Iterable[str]]
) -> Iterator[Read]:
    """Yield the first files and all that they need, each read once."""
    by_id = {file.id: file for file in known if file.kind in files.RECORDS}
    chosen = {file.path for file in first}
    waiting = [*(file for file in known if file.kind in _ALWAYS), *first, *_mentioning(known, first)]
    done: set[str] = set()
    while waiting:
        file = waiting.pop()
        if file.path in done:
            continue
        done.add(file.path)
        parts, wrong = read_file(file)
        yield file, parts, wrong
        wanted = {name.partition("/")[0] for part in parts for name in names(part, file.path in chosen)}
        waiting += [by_id[name] for name in wanted if name in by_id]


def _mentioning(known: Iterable[File], first: Iterable[File]) -> Iterator[File]:
    """Yield meetings that are part of one of the files at hand, or that define records of their own."""
    ids = "|".join(re.escape(file.id) for file in first if file.kind == "meeting")
    mark = re.compile(f"^(?:new|[\"']?part_of[\"']?) *: *(?:$|[\"'{{]|(?:{ids})\\b)".encode(), re.MULTILINE)
    for file in known if ids else ():
        if file.kind == "meeting" and mark.search(_bytes_of(file)):
            yield file


def _bytes_of(file: File) -> bytes:
    """Return what a file holds; nothing if it cannot be opened, which is said where the file itself is judged."""
    try:
        return file.read()
    except OSError:
        return b""


def _listed(walked: Iterable[File | Finding]) -> dict[str, str]:
    return {found.id: found.kind for found in walked if isinstance(found, File) and found.kind in files.RECORDS}


def read_file(file: File) -> tuple[list[Record | Note], list[Finding]]:
    """Read one file; a file with findings gives neither records nor notes."""
    try:
        document = strict_yaml.read(file.read(), file.path)
    except strict_yaml.Unreadable as error:
        return [], [error.finding]
    except OSError as error:
        return [], [files.unopened(file.path, error)]
    if findings := _faults(document, file.kind):
        return [], findings
    return [*typed.records_in(file, document), *typed.notes_in(file, document)], []


def _faults(document: Document, kind: str) -> list[Finding]:
    """Return what keeps a document from being a record; a blank is said to be one, whatever else is wrong with it."""
    findings = schema.judge(document, kind)
    if not (empty := blanks.judge(document)):
        return findings
    places = {found.location for found in empty}
    return [*empty, *(found for found in findings if found.location not in places)]


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
