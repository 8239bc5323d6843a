"""Changes of bytes: what editors, mailers, merges and malice do to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

UNWELCOME: Final = (
    b"\0",
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xef\xbb\xbf",
    b"\r",
    b"\r\n",
    b"\t",
    b"\x0b",
    b"\x1b[31m",
    b"\x07",
    b"\x7f",
    *(
        letter.encode()
        for letter in "\x85\xa0\xad\u0301\u061c\u200b\u200d\u2028\u2029\u202e\u2066\u3000\ufe0f\ufffd\uffff\U000e0041"
    ),
    "e\u0301".encode(),
    "\u1100\u1161".encode(),
    "\ufdfa".encode() * 40,
    "é".encode("latin-1"),
    "Ж".encode("utf-16"),
    "\U0001f600".encode(),
    b"<<<<<<< HEAD\n",
    b"\n---\n",
    b"\n...\n",
    b"%YAML 9.9\n---\n",
    b"%TAG ! tag:x,1:\n---\n",
    b"\n# ",
    b"${HOME}",
    b"{{ x }}",
)


def change(rng: Random, raw: bytes) -> bytes:
    """Return the bytes with one to four changes."""
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        raw = rng.choice(_CHANGES)(rng, raw)
    return raw


def _flip(rng: Random, raw: bytes) -> bytes:
    at = rng.randrange(len(raw) + 1)
    return raw[:at] + bytes([raw[at] ^ (1 << rng.randrange(8))]) + raw[at + 1 :] if at < len(raw) else raw


def _delete(rng: Random, raw: bytes) -> bytes:
    start, stop = _slice(rng, raw)
    return raw[:start] + raw[stop:]


def _insert(rng: Random, raw: bytes) -> bytes:
    at = rng.randrange(len(raw) + 1)
    return raw[:at] + rng.choice(UNWELCOME) + raw[at:]


def _noise(rng: Random, raw: bytes) -> bytes:
    at = rng.randrange(len(raw) + 1)
    return raw[:at] + rng.randbytes(rng.choice((1, 2, 16))) + raw[at:]


def _truncate(rng: Random, raw: bytes) -> bytes:
    return raw[: rng.randrange(len(raw) + 1)]


def _again(rng: Random, raw: bytes) -> bytes:
    start, stop = _slice(rng, raw)
    at = rng.choice((start, stop, rng.randrange(len(raw) + 1)))
    return raw[:at] + raw[start:stop] * rng.choice((1, 1, 2, 50)) + raw[at:]


def _move_line(rng: Random, raw: bytes) -> bytes:
    lines = raw.splitlines(keepends=True)
    if lines:
        line = lines.pop(rng.randrange(len(lines)))
        lines.insert(rng.randrange(len(lines) + 1), b" " * rng.choice((0, 0, 1, 2, 40)) + line)
    return b"".join(lines)


def _line_ends(rng: Random, raw: bytes) -> bytes:
    return raw.replace(b"\n", rng.choice((b"\r\n", b"\r", b"\xc2\x85", b"\n\n", b"\n \n", b" ")))


def _at_an_end(rng: Random, raw: bytes) -> bytes:
    more = rng.choice((*UNWELCOME, b"\n" * 200, b" " * 500, b"# end"))
    return rng.choice((more + raw, raw + more))


def _slice(rng: Random, raw: bytes) -> tuple[int, int]:
    start = rng.randrange(len(raw) + 1)
    return start, min(len(raw), start + rng.choice((1, 1, 2, 8, 64, 1_000)))


_CHANGES: Final[tuple[Callable[[Random, bytes], bytes], ...]] = (
    _flip,
    _delete,
    _insert,
    _insert,
    _noise,
    _truncate,
    _again,
    _move_line,
    _line_ends,
    _at_an_end,
)
