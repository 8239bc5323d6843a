"""# mixed-scripts (L01)

## What it does
Reports a word of one script in which letters of another stand that look the same.

## Why it matters
The word reads right and is never found again: no search, no sorting and no join takes the two letters for one.

## Example
```yaml bad meetings/2021-05-04-doe-roe-call.yaml L01:1
title: Doe calls R\u043ee
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```
```text
`R\u043ee` mixes Latin and Cyrillic letters that look alike
```

## Use instead
```yaml good meetings/2021-05-04-doe-roe-call.yaml
title: Doe calls Roe
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Near miss
Two scripts may stand side by side:
```yaml near-miss meetings/2021-05-04-doe-roe-call.yaml
title: Doe and Роу speak
kind: meeting
status: occurred
date: 2021-05-04
mode: phone
participants:
  XA: {doe-jane: principal}
  XR: {roe-ivan: principal}
evidence:
- source: arcadia-readout
  says: {status: occurred, date: 2021-05-04, mode: phone}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
```

## Known limits
Only words are reported in which all letters of one script look like letters of the other, as in a slip of the
keyboard. Latin, Cyrillic and Greek are told apart; addresses are not looked at, nor words wholly in
the wrong script.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilat.findings import Location
from bilat.rules.rule import Fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.records.document import Pointer, Tree
    from bilat.records.model import Note, Record


_SCRIPTS: Final = {"Latin": "A-Za-z\u00c0-\u024f", "Cyrillic": "\u0400-\u052f", "Greek": "\u0370-\u03ff"}
# What looks like a letter of another script.
_TWINS: Final = {
    "Latin": frozenset("aAbBcCdeEgHhiIjJKkMnNoOpPrsSTtuvXxyYZ\u00eb\u00ef"),
    "Cyrillic": frozenset(
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0451\u0457\u0442\u043a\u043c\u0438\u043f\u0433\u044c"
        "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405\u0417\u0401\u0407"
    ),
    "Greek": frozenset(
        "\u03b1\u03bd\u03bf\u03c1\u03b9\u03ba\u03c5\u03c7\u03c4\u03b5\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    ),
}
_WORD: Final = re.compile(r"[^\W\d_]+")
_IN: Final = {script: f"[{letters}]" for script, letters in _SCRIPTS.items()}
_FOREIGN: Final = re.compile(f"[{_SCRIPTS['Cyrillic']}{_SCRIPTS['Greek']}]")
_ADDRESSES: Final = ("url", "archived")


@rule("L01", over="referring")
def check(record: Record | Note, corpus: Corpus) -> Iterator[Fault]:
    """Look through every text of a record, those of records under new: left to them."""
    for pointer, text in _texts(_own(record), record.pointer):
        for found in _WORD.finditer(text) if _FOREIGN.search(text) else ():
            if scripts := _mixed(found[0]):
                yield Fault(
                    _spot(record.document.at(pointer), text, found.start(), found[0]),
                    f"`{found[0]}` mixes {' and '.join(scripts)} letters that look alike",
                    note=f"of another script: {_told(found[0], scripts)}",
                    help="type the word anew in one script",
                    field=".".join(str(step) for step in pointer),
                    cause=found[0],
                )


def _own(record: Record | Note) -> Tree:
    here: Tree = record.document.data
    for step in record.pointer:
        here = here[step]  # type: ignore[index]
    return {key: value for key, value in here.items() if key != "new"} if isinstance(here, dict) else here


def _texts(tree: Tree, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(tree, str):
        if pointer[-1:] not in [(name,) for name in _ADDRESSES]:
            yield pointer, tree
    elif isinstance(tree, dict | list):
        for step, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from _texts(value, (*pointer, step))


def _mixed(word: str) -> tuple[str, ...]:
    """Return the scripts of a word if there are several, and one of them has only letters that look like others."""
    letters = {script: set(re.findall(pattern, word)) for script, pattern in _IN.items()}
    found = tuple(script for script in letters if letters[script])
    slipped = len(found) > 1 and any(letters[script] <= _TWINS[script] for script in found)
    return found if slipped else ()


def _told(word: str, scripts: tuple[str, ...]) -> str:
    """Name the letters of the script that has fewest."""
    least = min(scripts, key=lambda script: len(re.findall(_IN[script], word)))
    return ", ".join(
        f"letter {found.start() + 1} is {least} (U+{ord(found[0]):04X})" for found in re.finditer(_IN[least], word)
    )


def _spot(whole: Location, text: str, start: int, word: str) -> Location:
    """Return where a word stands in a text of one line; of a text that is written otherwise, where it begins."""
    quote = (whole.width - len(text)) // 2
    if whole.width - len(text) not in (0, 2) or "\\n" in text:
        return whole
    return Location(whole.path, whole.line, whole.column + quote + start, len(word))
