"""A change to files: what each is to become; written aside, checked there, and put in place wholly or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bilat import checking
from bilat.corpus import mentions
from bilat.errors import Refused
from bilat.findings import Severity
from bilat.records.files import DRAFTS, RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilat.corpus.mentions import Mention
    from bilat.findings import Finding, Location
    from bilat.records.model import Record
    from bilat.upkeep.tree import Leaf, Tree


@dataclass(slots=True)
class Change:
    """The text of each file before and after, by its path; a file that is not there has none."""

    root: Path
    tree: Tree
    before: dict[str, str]
    after: dict[str, str]
    places: list[Location] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def gone(self) -> set[str]:
        """The files that are no more, and are not found under another path."""
        return self.before.keys() - self.after.keys() - self.moved.keys()

    @property
    def changed(self) -> list[str]:
        """The paths of all files that come, go, or read differently."""
        paths = self.before.keys() | self.after.keys()
        return sorted(path for path in paths if self.before.get(path) != self.after.get(path))

    def carry_out(self, *, same: bool) -> list[Finding]:
        """Make the change, and return the warnings that come with it.

        With `same`, no finding may come and none may go; without, no error may come.

        Raises:
            Refused: The changed dataset would have other findings, or a file was changed by somebody else meanwhile.
        """
        with self._aside() as draft:
            before = _fill(draft / "before", self.before)
            after = _fill(draft / "after", self.after)
            come = _new(before, after)
            unwanted = [finding for finding in come if same or finding.severity is Severity.ERROR]
            if unwanted or (same and len(after) != len(before)):
                raise _refusal(unwanted)
            self._put(draft)
            return come

    @contextlib.contextmanager
    def _aside(self) -> Iterator[Path]:
        draft = Path(tempfile.mkdtemp(prefix=".bilat-", dir=self.root))
        try:
            yield draft
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def _put(self, draft: Path) -> None:
        """Exchange the files that differ; on any trouble, put back what was there."""
        for path in self.changed:
            there = self.root / path
            if (there.read_bytes() if there.is_file() else None) != _bytes(self.before.get(path)):
                raise Refused(f"{path} was changed by somebody else meanwhile", "try again")
        done: list[str] = []
        try:
            for path in self.changed:
                done.append(path)
                _exchange(self.root / path, draft / "after" / path)
        except BaseException:
            for path in done:
                _exchange(self.root / path, draft / "before" / path)
            raise
        for path in self.changed:
            if path not in self.after:
                _leave(self.root / path)


def exchanged(tree: Tree, id_: str, new: str, without: Record | None = None) -> Change:
    """Return the change that writes one id in the place of another wherever it is mentioned, one record left out.

    Raises:
        Refused: A mention is written in a way that cannot be changed letter by letter.
    """
    before = {leaf.file.path: leaf.text for leaf in tree.leaves}
    found = {leaf.file.path: _mentions(tree, leaf, id_, new, without) for leaf in tree.leaves}
    after = {path: _written(text, found[path]) for path, text in before.items()}
    return Change(tree.root, tree, before, after, [mention.where for path in found for mention in found[path]])


def move(change: Change, id_: str, new: str) -> None:
    """Give each file that is named after an id the name of another."""
    for leaf in change.tree.leaves:
        path = leaf.file.path
        if leaf.file.id == id_ and (leaf.file.kind in RECORDS or leaf.file.kind == "reading"):
            parent, _, name = path.rpartition("/")
            to = f"datasets/{DRAFTS}/{new}/{name}" if leaf.is_draft else f"{parent}/{new}.yaml"
            if to in change.before or os.path.lexists(change.root / to):
                raise Refused(f"{to} exists", "choose another id, or move that file out of the way")
            change.after[to] = change.after.pop(path)
            change.moved[path] = to


def _mentions(tree: Tree, leaf: Leaf, id_: str, new: str, without: Record | None) -> list[Mention]:
    parts = [part for part in leaf.parts if part is not without]
    found = {mention for part in parts for mention in mentions.of(tree.index, part, id_, new)}
    return sorted(found, key=lambda mention: mention.where)


def _written(text: str, found: Iterable[Mention]) -> str:
    """Return a text with each mention exchanged, from the last to the first, so that no place shifts."""
    lines = text.split("\n")
    for mention in sorted(found, key=lambda mention: mention.where, reverse=True):
        line, start = lines[mention.where.line - 1], mention.where.column - 1
        stop = start + mention.where.width
        if line[start:stop].strip("'\"") != mention.old:
            message = f"{mention.where} writes `{mention.old}` in a way that cannot be changed"
            raise Refused(message, "write it there plainly, without escapes, on one line: bilat fmt")
        lines[mention.where.line - 1] = line[:start] + line[start:stop].replace(mention.old, mention.new) + line[stop:]
    return "\n".join(lines)


def _fill(folder: Path, texts: dict[str, str]) -> list[Finding]:
    """Write files into a folder of their own and return what is found in them."""
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode("utf-8"))
    return checking.check(folder).findings


def _new(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """Return findings of which there were fewer; they are told by their codes, since ids and places differ."""
    known = Counter(finding.code for finding in before)
    come = []
    for finding in after:
        known[finding.code] -= 1
        if known[finding.code] < 0:
            come.append(finding)
    return come


def _refusal(unwanted: list[Finding]) -> Refused:
    if not unwanted:
        return Refused("a finding would vanish with the id", "mend what bilat check finds first")
    first = unwanted[0]
    return Refused(
        f"there would be a new finding at {first.location}: {first.severity} {first.code} {first.message}",
        "nothing was changed; mend what leads to it first, or choose another id",
    )


def _exchange(there: Path, draft: Path) -> None:
    """Put a file in the place of another; without one, remove what is there."""
    if not draft.exists():
        there.unlink(missing_ok=True)
        return
    if there.exists():
        shutil.copymode(there, draft)
    there.parent.mkdir(parents=True, exist_ok=True)
    draft.replace(there)


def _leave(path: Path) -> None:
    """Remove the folder of first drafts from which the last was taken."""
    folder = path.parent
    if folder.parent.name == DRAFTS and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode("utf-8")
