"""Move what a meeting defines under new: into files of its own, comments included; all of it or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bilat.errors import Refused
from bilat.records import canonical, files, schema, strict_yaml
from bilat.records.entries import Entry, Group, Scalar, Sheet
from bilat.records.rewriting import Rewrite

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from bilat.findings import Finding
    from bilat.records.files import File

PUBLISHERS: Final = "publishers"
UNDATED: Final = "undated"
_YEAR: Final = re.compile(r"[0-9]{4}")


@dataclass(slots=True)
class Split:
    """What is to be written: files that lose their new:, files that come, and where each record comes to stand."""

    datasets: Path
    changed: list[Rewrite] = field(default_factory=list)
    added: dict[Path, str] = field(default_factory=dict)
    moved: dict[str, Path] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def split(datasets: Path, known: Sequence[File], named: Iterable[File]) -> Split:
    """Plan to move every record under new: of the named files; `known` are all files of the dataset.

    With findings nothing may be written: a file that holds new: has to be sound first.

    Raises:
        Refused: A record of that id has a file already.
    """
    plan = Split(datasets)
    guests = [(file, sheet) for file in named if (sheet := _with_guests(file, plan))]
    if plan.findings or not guests:
        return plan
    homes = {file.id: file.path for file in known if file.kind in files.FOLDERS.values()}
    register = _register(known, plan)
    homes |= {str(entry.key): f"{plan.datasets.name}/{PUBLISHERS}.yaml" for entry in register.root.entries}
    before = len(register.root.entries)
    for file, sheet in guests:
        _move_out(file, sheet, register, homes, plan)
    if len(register.root.entries) > before:
        _write_register(known, register, plan)
    return plan


def _with_guests(file: File, plan: Split) -> Sheet | None:
    """Return a meeting's sheet if it holds new: and is sound; what is wrong with it is a finding."""
    if file.kind != "meeting":
        return None
    raw = file.read()
    try:
        document = strict_yaml.read(raw, file.path)
    except strict_yaml.Unreadable as error:
        plan.findings += [error.finding] if b"new" in raw else []
        return None
    if "new" not in document.data:
        return None
    plan.findings += schema.judge(document, file.kind)
    return canonical.read(raw.decode())


def _register(known: Iterable[File], plan: Split) -> Sheet:
    """Return publishers.yaml as it is; where there is none, an empty one."""
    file = _publishers(known)
    if file is None:
        return Sheet(Group(is_list=False))
    raw = file.read()
    try:
        strict_yaml.read(raw, file.path)
    except strict_yaml.Unreadable as error:
        plan.findings.append(error.finding)
        return Sheet(Group(is_list=False))
    return canonical.read(raw.decode())


def _move_out(file: File, sheet: Sheet, register: Sheet, homes: dict[str, str], plan: Split) -> None:
    """Take new: out of one meeting; comments about a whole kind go with the first record of it."""
    new = sheet.root.get("new") or Entry("new", Group(is_list=False))
    sheet.root.entries.remove(new)
    waiting = [*new.above, *new.beside]
    for kind in new.group().entries:
        waiting += [*kind.above, *kind.beside]
        for entry in kind.group().entries:
            entry.above, waiting = [*waiting, *entry.above], []
            _refuse_second(str(entry.key), file, homes)
            if kind.key == PUBLISHERS:
                register.root.entries.append(entry)
                plan.moved[str(entry.key)] = plan.datasets / f"{PUBLISHERS}.yaml"
            else:
                _add(str(kind.key), entry, plan)
            homes[str(entry.key)] = file.path
    _settle(file, sheet, plan)


def _refuse_second(id_: str, file: File, homes: dict[str, str]) -> None:
    if home := homes.get(id_):
        message = f"`{id_}` under new: in {file.path} stands in {home} already"
        raise Refused(message, "delete it under new: if both are the same thing; if not, give it another id")


def _add(folder: str, entry: Entry, plan: Split) -> None:
    """Make a file of an entry."""
    record = entry.group()
    home = plan.datasets / folder
    if folder == "sources":
        published = record.get("published")
        year = _YEAR.match(published.value.text) if published and isinstance(published.value, Scalar) else None
        home /= year[0] if year else UNDATED
    path = home / f"{entry.key}.yaml"
    if link := next((found for found in (home, *home.parents) if found.is_symlink()), None):
        raise Refused(f"{link} is a symbolic link", "put the folder itself there")
    kind = files.FOLDERS[folder]
    text = canonical.write(Sheet(record, head=[*entry.above, *entry.beside]), kind)
    plan.added[path] = canonical.form(text.encode(), str(path), kind)
    plan.moved[str(entry.key)] = path


def _write_register(known: Iterable[File], register: Sheet, plan: Split) -> None:
    file = _publishers(known)
    if file:
        _settle(file, register, plan)
    else:
        path = plan.datasets / f"{PUBLISHERS}.yaml"
        plan.added[path] = canonical.write(register, PUBLISHERS)


def _settle(file: File, sheet: Sheet, plan: Split) -> None:
    after = canonical.form(canonical.write(sheet, file.kind).encode(), file.path, file.kind)
    plan.changed.append(Rewrite(file, file.read().decode(), after))


def _publishers(known: Iterable[File]) -> File | None:
    return next((file for file in known if file.kind == PUBLISHERS), None)
