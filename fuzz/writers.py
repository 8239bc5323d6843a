"""Commands that write, or say what they would write: which of them runs over the checkout of a case.

What is renamed, retired or begun is mostly something that the tree has or lacks, sometimes what nobody would type.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilat import contract
from bilat.upkeep import forms
from fuzz import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from bilat.upkeep.forms import Ask
    from fuzz.case import Case

NEW: Final = ("newcomer", "doe-jane-2", "2021-05-04-newcomer", "a", "n", "self", "0", "no", "x" * 64)


def drawn(case: Case, root: Path, named: Path) -> list[str]:
    """Return the arguments of a command that may write, for a case."""
    rng = case.random("writer")
    name = rng.choice(sorted(_COMMANDS))
    return [*_COMMANDS[name](rng, case, root, named)]


def _fmt(rng: Random, case: Case, root: Path, named: Path) -> Iterator[str]:
    yield from ("fmt", f"--root={root}", *_some(rng, named))


def _fmt_check(rng: Random, case: Case, root: Path, named: Path) -> Iterator[str]:
    yield from ("fmt", "--check", f"--root={root}", *_some(rng, named))


def _fix(rng: Random, case: Case, root: Path, named: Path) -> Iterator[str]:
    yield from ("check", "--fix", f"--root={root}", f"--format={case.style}", *_some(rng, named))


def _rename(rng: Random, case: Case, root: Path, named: Path) -> Iterator[str]:
    yield from ("rename", f"--root={root}", "--", _there(rng, case), _fresh(rng, case))


def _retire(rng: Random, case: Case, root: Path, named: Path) -> Iterator[str]:
    id_ = _there(rng, case)
    among = next((ids for ids in case.stock.ids.values() if id_ in ids), ["nowhere"])
    into = rng.choice(among) if rng.random() < 0.9 else _fresh(rng, case)
    yield from ("retire", f"--root={root}", f"--into={into}", "--", id_)


def _new(rng: Random, case: Case, root: Path, named: Path) -> Iterator[str]:
    kind = rng.choice(sorted(forms.FORMS))
    yield from ("new", kind, f"--root={root}")
    for ask in forms.FORMS[kind]:
        for _ in range(rng.choice((0, 1, 2)) if ask.many else rng.random() < 0.7):
            yield f"{ask.option}={_answer(rng, case, ask)}"
    if rng.random() < 0.8:
        yield from ("--", _fresh(rng, case))


def _answer(rng: Random, case: Case, ask: Ask) -> str:
    """Return what an option might be given."""
    ids = case.stock.ids.get(ask.of)
    if rng.random() < 0.15:
        return rng.choice(tokens.WORDS)
    if ask.terms:
        return rng.choice(contract.terms()[ask.terms])
    if ids:
        side = f"{rng.choice(('XA', 'XR', 'US', 'RU'))}." if ask.name == "participant" else ""
        return side + rng.choice(ids)
    return rng.choice(("Jane Doe", "2021-05-04", "en", "CH", "https://a.example/1", *tokens.WORDS))


def _some(rng: Random, named: Path) -> list[str]:
    """Name the whole tree, or the file of the case."""
    return [] if rng.random() < 0.5 else ["--", str(named)]


def _there(rng: Random, case: Case) -> str:
    """Return the id of the record that was changed, or of another one of the tree."""
    if rng.random() < 0.4:
        return Path(case.path).stem
    return rng.choice(case.stock.ids[rng.choice(sorted(case.stock.ids))])


def _fresh(rng: Random, case: Case) -> str:
    """Return an id that is mostly new, or what is no id at all."""
    draw = rng.random()
    if draw < 0.7:
        return rng.choice(NEW)
    return _there(rng, case) if draw < 0.8 else rng.choice(tokens.WORDS)


_COMMANDS: Final[dict[str, Callable[[Random, Case, Path, Path], Iterator[str]]]] = {
    "fmt": _fmt,
    "fmt --check": _fmt_check,
    "check --fix": _fix,
    "rename": _rename,
    "retire --into": _retire,
    "new": _new,
}
