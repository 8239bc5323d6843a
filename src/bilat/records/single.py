"""One file: its bytes to a document, the document judged by its schema, and the typed records in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.records import blanks, files, schema, strict_yaml, typed

if TYPE_CHECKING:
    from bilat.findings import Finding
    from bilat.records.document import Document
    from bilat.records.files import File
    from bilat.records.model import Note, Record


def read_file(file: File) -> tuple[list[Record | Note], list[Finding]]:
    """Read one file; a file with findings gives neither records nor notes."""
    try:
        return read_bytes(file, file.read())
    except OSError as error:
        return [], [files.unopened(file.path, error)]


def read_bytes(file: File, raw: bytes) -> tuple[list[Record | Note], list[Finding]]:
    """Read what a file holds, or holds of interest."""
    try:
        document = strict_yaml.read(raw, file.path)
    except strict_yaml.Unreadable as error:
        return [], [error.finding]
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
