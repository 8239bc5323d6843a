"""What has to be read beside some files so that these can be judged: what they name, and what may name them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilat.records import files, single

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from bilat.findings import Finding
    from bilat.records.files import File
    from bilat.records.model import Note, Record

    Read = tuple[File, list[Record | Note], list[Finding]]
    Names = Callable[[Record | Note, bool], Iterable[str]]

# Small files that everything rests on.
_ALWAYS: Final = ("dataset", "retired")
# The one file that holds many records, each mostly on a line of its own.
_REGISTER: Final = "publishers"
_ENTRY: Final = re.compile(rb"([a-z0-9-]+): \{.*\}")
# How a meeting says that it is part of another one, or defines records; whatever it says, no other words do so.
_PART: Final = rb"part_of[\"']? *: *(?:[^a-z0-9 ]|$|(?:%s)\b)"
_GUESTS: Final = re.compile(rb"new[\"']? *:")


def closure(known: Collection[File], first: Collection[File], names: Names, *, whole: bool) -> Iterator[Read]:
    """Yield the first files and all that they need, each read once; of the publishers, if not `whole`, the named."""
    by_id = {file.id: file for file in known if file.kind in files.RECORDS}
    chosen = {file.path for file in first}
    always = [file for file in known if file.kind in _ALWAYS or (whole and file.kind == _REGISTER)]
    waiting = [*always, *first, *_mentioning(known, first)]
    register = [file for file in known if file.kind == _REGISTER]
    wanted: set[str] = set()
    done: set[str] = set()
    while waiting or register:
        file = waiting.pop() if waiting else register.pop()
        if file.path in done:
            continue
        done.add(file.path)
        excerpt = file.kind == _REGISTER and not whole and file.path not in chosen
        parts, wrong = _of_interest(file, wanted) if excerpt else single.read_file(file)
        yield file, parts, wrong
        new = {name.partition("/")[0] for part in parts for name in names(part, file.path in chosen)} - wanted
        wanted |= new
        waiting += [by_id[name] for name in new if name in by_id]


def _of_interest(file: File, wanted: Collection[str]) -> tuple[list[Record | Note], list[Finding]]:
    """Read a register without the lines that are entries nobody wants; the others stay on their lines."""
    ids = {name.encode() for name in wanted}
    lines = _bytes_of(file).split(b"\n")
    kept = [b"" if (entry := _ENTRY.fullmatch(line)) and entry[1] not in ids else line for line in lines]
    return single.read_bytes(file, b"\n".join(kept)) if any(kept) else ([], [])


def _mentioning(known: Iterable[File], first: Iterable[File]) -> Iterator[File]:
    """Yield meetings that are part of one of the files at hand, or that define records of their own."""
    ids = "|".join(re.escape(file.id) for file in first if file.kind == "meeting")
    part = re.compile(_PART % ids.encode())
    for file in known if ids else ():
        raw = _bytes_of(file) if file.kind == "meeting" else b""
        if part.search(raw) or _GUESTS.search(raw):
            yield file


def _bytes_of(file: File) -> bytes:
    """Return what a file holds; nothing if it cannot be opened, which is said where the file itself is judged."""
    try:
        return file.read()
    except OSError:
        return b""
