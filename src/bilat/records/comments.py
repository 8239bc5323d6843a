"""The comments of a file, which YAML's parsers drop, each given to the entry that it stood above or beside."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.records.entries import Placed, Placing, Sheet

_COMMENT: Final = re.compile(r"(?:^|(?<=[ \n\r]))#[^\n\r]*")
_NOTHING_YET: Final = re.compile(r"[ \-?:.]*")  # what a line may hold before a comment that is alone on it
_BLANK_LINE: Final = re.compile(r"^[ \r]*\n", re.MULTILINE)
_FOR_EDITORS: Final = re.compile(r"# *yaml-language-server:")


def attach(text: str, placing: Placing) -> Sheet:
    """Give each comment of a text to an entry: alone on its line to the next one, else to the one on its line."""
    starts = sorted(_starts(placing.placed), key=lambda start: start[:2])
    spots = [index for index, _, _ in starts]
    head_end = _head_end(text, spots[0] if spots else len(text))
    sheet = placing.sheet
    for index, comment in find(text, placing.scalars):
        number = bisect_left(spots, index)
        line = text.rfind("\n", 0, index) + 1
        alone = _NOTHING_YET.fullmatch(text, line, index) and (number == 0 or spots[number - 1] < line)
        if number == 0 and (index < head_end or _FOR_EDITORS.match(comment)):
            sheet.head.append(comment)
        elif number and not alone:
            _on_line(starts[number - 1][2], index).entry.beside.append(comment)
        elif number < len(starts):
            starts[number][2].entry.above.append(comment)
        else:
            sheet.foot.append(comment)
    return sheet


def find(text: str, scalars: list[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Yield every comment and where it starts; what looks like one inside of a scalar is none."""
    spans = sorted(scalars)
    position = number = 0
    while found := _COMMENT.search(text, position):
        while number < len(spans) and spans[number][1] <= found.start():
            number += 1
        if number < len(spans) and spans[number][0] <= found.start():
            position = spans[number][1]
        else:
            position = found.end()
            yield found.start(), found[0].rstrip()


def _starts(placed: list[Placed]) -> Iterator[tuple[int, int, Placed]]:
    """Yield where each entry and its value start; of those that start together, the outermost comes first."""
    for order, here in enumerate(placed):
        yield here.start, order, here
        if here.value_start != here.start and not (here.bracket_end is None and here.entry.group().entries):
            yield here.value_start, order, here


def _on_line(here: Placed, index: int) -> Placed:
    """Return the entry that ends before a comment: a list in brackets rather than the last item in it."""
    while here.within and here.within.bracket_end is not None and here.within.bracket_end <= index:
        here = here.within
    return here


def _head_end(text: str, first: int) -> int:
    """Return where the comments end that a blank line parts from the first entry."""
    return max((found.start() for found in _BLANK_LINE.finditer(text, 0, first)), default=0)
