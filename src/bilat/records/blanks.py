"""What a scaffold leaves for its writer to fill in, and where such a blank still stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.records.document import Document, Pointer, Tree

MARK: Final = "(fill in)"


def judge(document: Document) -> list[Finding]:
    """Return one finding for each blank of a document."""
    return [_blank(document, pointer, on_key=on_key) for pointer, on_key in _blanks(document.data, ())]


def left(document: Document) -> list[str]:
    """Return the paths at which a document still has blanks, as messages write them."""
    return [_name(pointer) for pointer, _ in _blanks(document.data, ())]


def _blanks(data: Tree, pointer: Pointer) -> Iterator[tuple[Pointer, bool]]:
    """Yield the way to each blank, and whether it is a key."""
    if isinstance(data, str) and MARK in data:
        yield pointer, False
    elif isinstance(data, dict):
        for key, value in data.items():
            if MARK in key:
                yield (*pointer, key), True
            yield from _blanks(value, (*pointer, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _blanks(value, (*pointer, index))


def _blank(document: Document, pointer: Pointer, *, on_key: bool) -> Finding:
    name = _name(pointer)
    return Finding(
        "S11",
        document.at(pointer, key=on_key),
        f"`{name}` is still to be filled in",
        help=f"write what is due in the place of {MARK}, or delete the field if it may be left out",
        field=name,
    )


def _name(pointer: Pointer) -> str:
    return ".".join(str(step) for step in pointer)
