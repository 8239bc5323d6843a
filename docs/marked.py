"""Pages that are written by hand except for parts which are computed.

Each part stands between two comments, `<!-- begin NAME -->` and `<!-- end NAME -->`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def rewritten(text: str, parts: Mapping[str, str]) -> str:
    """Return a page with every part made anew.

    Raises:
        ValueError: The page lacks the comments of a part.
    """
    for name, part in parts.items():
        marks = (f"<!-- begin {name} -->", f"<!-- end {name} -->")
        pattern = re.compile(f"{re.escape(marks[0])}.*?{re.escape(marks[1])}", re.DOTALL)
        if not pattern.search(text):
            raise ValueError(f"the page has no part called {name}")
        made = f"{marks[0]}\n{part}\n{marks[1]}"
        text = pattern.sub(lambda _, made=made: made, text)  # type: ignore[misc]
    return text


def rewrite(page: Path, parts: Mapping[str, str]) -> None:
    """Make every part of a page anew."""
    page.write_text(rewritten(page.read_text("utf-8"), parts), "utf-8")


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a table; a head that ends in a colon is of a column of numbers."""
    heads = list(heads)
    lines = [
        f"| {' | '.join(head.rstrip(':') for head in heads)} |",
        f"|{'|'.join('---:' if head.endswith(':') else '---' for head in heads)}|",
        *(f"| {' | '.join(str(cell) for cell in row)} |" for row in rows),
    ]
    return "\n".join(lines)
