"""retired.yaml and publishers.yaml, which hold one entry an id, and the release that may hold an id already."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Final

from bilat.errors import Refused
from bilat.records import canonical, strict_yaml
from bilat.records.model import Publisher
from bilat.upkeep import ids

if TYPE_CHECKING:
    from pathlib import Path

    from bilat.records.document import Tree as Data
    from bilat.records.model import Record
    from bilat.upkeep.change import Change

RETIRED: Final = "datasets/retired.yaml"


def published_in(root: Path, record: Record) -> str | None:
    """Return the newest release, if that holds the record."""
    index = root / "build" / "releases.json"
    releases = json.loads(index.read_text("utf-8"))["releases"] if index.is_file() else []
    if not releases:
        return None
    table = root / "build" / releases[-1]["path"] / "csv" / f"{ids.kind_of(record)}s.csv"
    if not table.is_file():
        raise Refused(f"{table.relative_to(root)} is missing, so nobody knows what was published", "run: bilat verify")
    with table.open(encoding="utf-8", newline="") as lines:
        held = any(row["id"] == record.id for row in csv.DictReader(lines))
    return str(releases[-1]["version"]) if held else None


def add(change: Change, id_: str, entry: dict[str, Data]) -> None:
    """Add an entry to retired.yaml; it begins with the first."""
    line = written({id_: entry}, "retired")
    before = change.after.get(RETIRED, "")
    change.after[RETIRED] = line if before.strip() in ("", "{}") else f"{before.rstrip()}\n{line}"


def remove(change: Change, record: Record) -> None:
    """Take out a record with its second readings and first drafts.

    Raises:
        Refused: It stands in the file of another record, or others stand in its file.
    """
    if isinstance(record, Publisher) and record.pointer == (record.id,):
        change.after[record.file] = _without(change.after[record.file], record)
        return
    guests = [other.id for other in change.tree.index.ids.values() if other.file == record.file and other.pointer]
    if guests or record.pointer:
        message = f"{record.file} holds `{guests[0] if guests else record.id}` under new:"
        raise Refused(message, f"move it into a file of its own first: bilat fmt --split {record.file}")
    for leaf in change.tree.leaves:
        about = leaf.file.id == record.id and (leaf.is_draft or leaf.file.kind == "reading")
        if about or leaf.file.path == record.file:
            del change.after[leaf.file.path]


def written(data: dict[str, Data], kind: str) -> str:
    """Return data as the text of a file of a kind, in canonical form.

    Raises:
        Refused: A text holds what no record may hold, such as an unseen character.
    """
    try:
        return canonical.form(json.dumps(data, ensure_ascii=False).encode("utf-8"), "what was given", kind)
    except strict_yaml.Unreadable as error:
        raise Refused(f"what was given cannot be written: {error.finding.message}", error.finding.help) from None
    except UnicodeEncodeError:
        raise Refused("what was given is not UTF-8", "type it again, or set the terminal to UTF-8") from None


def register_with(raw: bytes, id_: str, entry: str) -> str:
    """Return publishers.yaml with one more entry, and all others as they are.

    Raises:
        Refused: It cannot be read, or is written so that no line can be added to it.
    """
    told = "bring it into form, or mend what is found there, first: bilat fmt datasets/publishers.yaml"
    try:
        before = {} if _holds_nothing(raw) else strict_yaml.read(raw, "publishers.yaml").data
        text = _inserted("" if raw.strip() == b"{}" else raw.decode("utf-8", "surrogateescape"), id_, entry)
        after = strict_yaml.read(text.encode("utf-8", "surrogateescape"), "publishers.yaml").data
    except strict_yaml.Unreadable as error:
        raise Refused(f"datasets/publishers.yaml cannot take an entry: {error.finding.message}", told) from None
    if after != {**before, id_: after.get(id_)}:
        raise Refused("datasets/publishers.yaml cannot take an entry without another changing", told)
    return text


def _holds_nothing(raw: bytes) -> bool:
    """Say whether there are no entries, but comments at most."""
    return all(line[:1] in (b"", b"#") for line in map(bytes.strip, raw.split(b"\n"))) or raw.strip() == b"{}"


def _inserted(text: str, id_: str, entry: str) -> str:
    """Return a register with one more entry, before the first whose id comes later."""
    lines = text.splitlines(keepends=True)
    later = (number for number, line in enumerate(lines) if line[:1].isalnum() and line.partition(":")[0] > id_)
    place = next(later, len(lines))
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return "".join([*lines[:place], entry, *lines[place:]])


def _without(text: str, record: Record) -> str:
    """Return a text without the lines of one entry; comments around it stay."""
    lines = text.split("\n")
    start = record.at(key=True).line - 1
    if record.at(key=True).column != 1:
        raise Refused(f"{record.at(key=True)} has no lines of its own", f"run: bilat fmt {record.file}")
    stop = start + 1
    while stop < len(lines) and lines[stop].startswith(" "):
        stop += 1
    return "\n".join(lines[:start] + lines[stop:])
