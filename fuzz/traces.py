"""What a command that writes leaves behind: all that it says it wrote, whole, and nothing else."""

from __future__ import annotations

import json
import re
import stat
from typing import TYPE_CHECKING, Any, Final

from bilat.records import canonical, files, strict_yaml
from fuzz import laws

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fuzz.laws import Outcome

# How each command may end; what it refuses ends with 2.
ENDS: Final = {"fmt": {0, 1, 2}, "check": {0, 1, 2}, "rename": {0, 2}, "retire": {0, 2}, "new": {0, 1, 2}}
_LISTED: Final = re.compile(r"^  (?:(datasets/.+) → )?(datasets/.+?)(?: \(removed\))?$", re.MULTILINE)
_SAID: Final = {
    "fmt": re.compile(r"^formatted (.+)$", re.MULTILINE),
    "check": re.compile(r"^\+\+\+ (datasets/.+)$", re.MULTILINE),
    "rename": _LISTED,
    "retire": _LISTED,
    "new": re.compile(r"^wrote (.+)$", re.MULTILINE),
}
_ASIDE: Final = re.compile(r"(?:^|/)\.(?:bilat-|[^/]*\.(?:new|old)$)")

Content = tuple[str, int, bytes]
Trace = dict[str, Content]


def trace(root: Path) -> Trace:
    """Return what every entry below a folder is and holds; nothing is followed."""
    return {path.relative_to(root).as_posix(): _content(path) for path in sorted(root.rglob("*"))}


def changed(before: Trace, after: Trace) -> set[str]:
    """Return the paths of what came, went or is another; folders come and go with what is in them."""
    paths = before.keys() | after.keys()
    return {path for path in paths if before.get(path) != after.get(path) and not _is_folder(path, before, after)}


def broken(told: list[str], before: Trace, after: Trace, outcome: Outcome) -> list[str]:
    """Return the laws that a command that writes breaks, each in one sentence."""
    return [
        *_ended(told, outcome),
        *laws.readable(outcome),
        *_honest(told, before, after, outcome),
        *_whole(told, before, after),
    ]


def said(told: list[str], outcome: Outcome) -> set[str]:
    """Return the paths that a command says it changed."""
    if "--check" in told[:2]:
        return set()
    pattern = _SAID[told[0]]
    lines = outcome.out + outcome.err if told[0] == "check" else outcome.out
    return {path for found in pattern.finditer(lines) for path in found.groups() if path}


def _ended(told: list[str], outcome: Outcome) -> Iterator[str]:
    if outcome.code not in ENDS[told[0]]:
        yield f"{told[0]} ended with {outcome.code}: {laws.last(outcome.err)}"
    if "Traceback" in outcome.err + outcome.out or laws.OWN_FAULT in outcome.err:
        yield f"{told[0]} crashed: {laws.last(outcome.err)}"
    if outcome.code == laws.TROUBLE and not outcome.err:
        yield f"{told[0]} refused and did not say why"
    if outcome.seconds > laws.MOST_SECONDS:
        yield f"{told[0]} took more than {laws.MOST_SECONDS:.0f} seconds of CPU"


def _honest(told: list[str], before: Trace, after: Trace, outcome: Outcome) -> Iterator[str]:
    """What is said to have changed has, and nothing else; what was written aside is gone."""
    there, named = changed(before, after), said(told, outcome)
    for path in sorted(there - named):
        yield f"{told[0]} changed without a word {path!r}"
    for path in sorted(named - there):
        yield f"{told[0]} said that it changed {path!r}"
    for path in sorted(after.keys() - before.keys()):
        if _ASIDE.search(path):
            yield f"{told[0]} left {path!r} behind"


def _whole(told: list[str], before: Trace, after: Trace) -> Iterator[str]:
    """What is there afterwards can be read, as it could before, with the rights that it had."""
    for path in sorted(changed(before, after) & after.keys()):
        old, new = before.get(path), after[path]
        if old and old[:2] != new[:2]:
            yield f"{told[0]} made another kind of file, or of other rights, of {path!r}"
        if (data := _data(path, new)) is None:
            yield f"{told[0]} wrote what cannot be read to {path!r}"
        elif told[0] == "fmt" and old and data != _data(path, old):
            yield f"fmt changed a value in {path!r}"
        elif told[0] == "fmt" and _formatted(path, new) != new[2]:
            yield f"fmt is not content with what it wrote to {path!r}"


def _data(path: str, content: Content) -> str | None:
    """Return the data of a file, written so that 1 and true differ; None if it cannot be read."""
    try:
        data: Any = strict_yaml.read(content[2], path).data
    except strict_yaml.Unreadable:
        return None
    return json.dumps(data, sort_keys=True)


def _formatted(path: str, content: Content) -> bytes:
    _, top, *below = path.split("/")
    kind = files.FOLDERS[top] if below else files.SINGLE[top]
    return canonical.form(content[2], path, kind).encode()


def _content(path: Path) -> Content:
    mode = path.lstat().st_mode
    if stat.S_ISREG(mode):
        return "file", stat.S_IMODE(mode), path.read_bytes()
    if stat.S_ISLNK(mode):
        return "link", 0, bytes(path.readlink())
    return "folder" if stat.S_ISDIR(mode) else "other", stat.S_IMODE(mode), b""


def _is_folder(path: str, before: Trace, after: Trace) -> bool:
    return {content[0] for content in (before.get(path), after.get(path)) if content} == {"folder"}
