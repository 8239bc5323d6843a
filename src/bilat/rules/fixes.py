"""The only changes that are made to records unasked-for in detail: a slip in an id, an acceptance of nothing, the form.

A slip is an id that does not exist, one letter away from the only one that its finding names, with the same digits.
An acceptance goes only where nothing else is an error, since a warning may be missing because of one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat import suggest
from bilat.corpus import references
from bilat.findings import has_errors
from bilat.frozen import Frozen
from bilat.records import canonical, strict_yaml
from bilat.records.entries import Entry, Group, Scalar
from bilat.records.meeting import RELATIONS
from bilat.records.rewriting import Rewrite
from bilat.rules.acceptance import NEEDLESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bilat.corpus import Corpus
    from bilat.corpus.references import Reference
    from bilat.findings import Finding
    from bilat.records.entries import Sheet
    from bilat.records.files import File

_SHORTEST: Final = 5  # a letter of a shorter id is too much of it
_WITH_PATHS: Final = ("as_printed", "says", "supports", "denies", "declines", "omits", "infers")
_MEMBERS: Final = {"issues", "third", *RELATIONS}


class Slip(Frozen):
    """An id that was meant to be another one, and where it stands."""

    reference: Reference
    meant: str

    @property
    def prefix(self) -> str:
        """The evidence path of what is referred to; empty for what has none."""
        way = self.reference.pointer
        match way:
            case ["participants" | "led_by" as field, side, _]:
                return f"{field}.{side}.{self.reference.id}"
            case [field, *_] if field in _MEMBERS:
                return f"{field}.{self.reference.id}"
        return ""


def fixes(corpus: Corpus, findings: Sequence[Finding], files: Iterable[File]) -> list[Rewrite]:
    """Return what the files should read, given the whole and all that was found in it; what cannot be read stays."""
    slips: dict[str, list[Slip]] = {}
    for slip in _slips(corpus):
        slips.setdefault(slip.reference.part.file, []).append(slip)
    needless = [] if has_errors(findings) else [found for found in findings if found.code == NEEDLESS]
    rewrites = (_fixed(file, slips.get(file.path, []), needless) for file in files)
    return [rewrite for rewrite in rewrites if rewrite and rewrite.before != rewrite.after]


def _slips(corpus: Corpus) -> Iterator[Slip]:
    for record in corpus.referring.values():
        for reference in references.of(record):
            if reference.id in corpus.ids or reference.id in corpus.retired or references.resolves(corpus, reference):
                continue
            known = [*references.candidates(corpus, reference.kind), *corpus.broken]
            near = suggest.nearest(reference.id, known)
            if len(near) == 1 and near[0] not in corpus.broken and _one_letter(reference.id, near[0]):
                yield Slip(reference, near[0])


def _one_letter(written: str, meant: str) -> bool:
    """Say whether two ids differ by one letter too few, too many, wrong, or exchanged with its neighbour."""
    if len(written) < _SHORTEST or _digits(written) != _digits(meant):
        return False
    while written and meant and written[0] == meant[0]:
        written, meant = written[1:], meant[1:]
    while written and meant and written[-1] == meant[-1]:
        written, meant = written[:-1], meant[:-1]
    return len(written + meant) == 1 or (len(written), len(meant)) == (1, 1) or _exchanged(written, meant)


def _digits(text: str) -> list[str]:
    return [letter for letter in text if letter.isdigit()]


def _exchanged(one: str, other: str) -> bool:
    return len(one) == len(other) == 2 and one == other[::-1]


def _fixed(file: File, slips: Iterable[Slip], needless: Iterable[Finding]) -> Rewrite | None:
    try:
        raw = file.read()
        document = strict_yaml.read(raw, file.path)
    except (strict_yaml.Unreadable, OSError):
        return None
    text = raw.decode()
    sheet = canonical.read(text)
    for slip in slips:
        _mend(sheet, slip)
    accepted = document.data.get("accept")
    where = {found.location for found in needless}
    count = len(accepted) if isinstance(accepted, list) else 0
    gone = [number for number in range(count) if document.at(("accept", number, "rule")) in where]
    _delete(sheet, gone)
    mended = text if not (slips or gone) else canonical.write(sheet, file.kind)
    return Rewrite(file, text, canonical.form(mended.encode(), file.path, file.kind))


def _mend(sheet: Sheet, slip: Slip) -> None:
    """Put the id that was meant in its place and into the paths that lead there, unless it is there already."""
    reference, meant = slip.reference, slip.prefix.removesuffix(slip.reference.id) + slip.meant
    entry = sheet.find(reference.pointer)
    outer = sheet.find(reference.pointer[:-1])
    around = outer.group() if outer else sheet.root
    groups = list(_with_paths(sheet)) if slip.prefix else []
    taken = (reference.on_key or around.is_list) and slip.meant in map(_word, around.entries)
    if entry is None or taken or any(_exchanged_in(group, slip.prefix, meant) is None for group in groups):
        return
    _reword(entry, reference.id, slip.meant)
    for group in groups:
        for path, new in (_exchanged_in(group, slip.prefix, meant) or {}).items():
            _reword(next(found for found in group.entries if _word(found) == path), path, new)


def _exchanged_in(group: Group, prefix: str, meant: str) -> dict[str, str] | None:
    """Return the paths of a group that lead to an id, each with what it becomes; None where that is there already."""
    paths = [_word(entry) for entry in group.entries]
    new = {path: meant + path.removeprefix(prefix) for path in paths if path == prefix or path.startswith(f"{prefix}.")}
    return None if set(new.values()) & set(paths) else new


def _word(entry: Entry) -> str:
    """Return the key of an entry, or the text of an item."""
    if entry.key is not None:
        return entry.key
    return entry.value.text if isinstance(entry.value, Scalar) else ""


def _reword(entry: Entry, old: str, new: str) -> None:
    """Exchange the key of an entry, or else its text."""
    if entry.key == old:
        entry.key = new
    elif isinstance(entry.value, Scalar) and entry.value.text == old:
        entry.value.text = new


def _with_paths(sheet: Sheet) -> Iterator[Group]:
    """Yield every group of paths that evidence names, and those that acceptances name as groups of one."""
    for item in _items(sheet, "evidence"):
        yield from (found.group() for name in _WITH_PATHS if (found := item.get(name)))
    for item in _items(sheet, "accept"):
        if (found := item.get("path")) and isinstance(found.value, Scalar):
            yield Group(is_list=True, entries=[Entry(None, found.value)])


def _items(sheet: Sheet, name: str) -> Iterator[Group]:
    found = sheet.root.get(name)
    for entry in found.group().entries if found else ():
        yield entry.group()


def _delete(sheet: Sheet, gone: list[int]) -> None:
    """Take acceptances out; their comments stay, at the end of the file."""
    accept = sheet.root.get("accept")
    if accept is None or not gone:
        return
    group = accept.group()
    lost = [comment for number in gone for comment in _comments(group.entries[number])]
    group.entries[:] = [entry for number, entry in enumerate(group.entries) if number not in gone]
    if not group.entries:
        lost = [*accept.above, *accept.beside, *lost]
        sheet.root.entries[:] = [entry for entry in sheet.root.entries if entry is not accept]
    sheet.foot[:0] = lost


def _comments(entry: Entry) -> Iterator[str]:
    yield from (*entry.above, *entry.beside)
    for below in entry.group().entries:
        yield from _comments(below)
