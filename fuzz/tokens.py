"""Changes of single values and keys in the text of a file, everything around them left as it was written."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

import yaml

from bilat.records import positions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from fuzz.stock import Stock

INDICATORS: Final[tuple[str, ...]] = (
    *"&*!|>%@`?:-{}[],#'\"~=<",
    "<<",
    "? ",
    "- ",
    ": ",
    "|2",
    ">+",
    "!!",
    "&a ",
    "*a",
    " #",
)
WORDS: Final = (
    *("NO", "yes", "on", "~", "null", "true", "false", "True", '""', "''", "[]", "{}", "{a: 1}", "[a, b]", "''''"),
    *("0", "-0", "-1", "1.5", "3.0", "010", "0x1F", "0o7"),
    *("1_000", "1e999", ".inf", "-.INF", ".nan", "12:30", "²", "٣"),
    *("１２", "ⅷ", "99999999999999"),
    *("999999999999999.999999999999999", "0.000000000000001", "9" * 400, "-" + "9" * 400),
    *("2021", "2021-04", "2021-04-10", "2021-02-30"),
    *("2021-13-01", "2021-04-1", "0000-01-01", "9999-12-31", "10000-01-01"),
    *("2021-04-12/2021-04-10", "2021-04-10/..", "../2021-04-10", "/", "2021-04-10/", "2021?", "2021-04~", "2021-XX"),
    *("[2021-04-10, 2021-04-11]", "[2021-04-11, 2021-04-10]"),
    *("[..2021]", "9999-12-31/9999-12-31", "[9999-12-31, 0001-01-01]"),
    *("0001-01-01/9999-12-31", "2021-04-10T25:00", "2021-04-10 12:00", "1583", "1582", "-0001", "٢٠٢١-٠٤-١٠"),
    *("../x", "/etc/passwd", "a/../b", "..", ".", "a/b/c", "a//b"),
    *("C:\\x", "~/x", "con", "-", "--", "-a", "a-", "a--b"),
    *("a" * 64, "a" * 65, "A", "Ä", "ﬁ", "ß", "İ"),
    *("ı", "ЛАВРОВ", "дое-јане", "doe‑jane", "é", "e\u0301", "한", "\u1100\u1161"),
    *("=cmd|' /C calc'!A0", '"=1+1"', '"+1"', '"@SUM(1)"', "(fill in)"),
    *('"(fill in)"', "new:x", "evidence", "*", "%s", "{0}"),
    *("http://[::1", "http://[", "https://a.b:99999/", "https://a:b@c/"),
    *("http://", "//x", "https://xn--/", "https://xn--a.b/"),
    *("javascript:alert(1)", "file:///etc/passwd", "https://a.b/%"),
    *("https://a.b/%ff%00", "https://a.b/?%", "https://ⅷ.b/"),
    *('"https://a.b/\\nx"', "https://a.b/#"),
    *("https://web.archive.org/web/", "https://web.archive.org/web/2021/", "https://.../"),
    *('"\\0"', '"a\\nb"', '"\\u202e"', '"\\ud800"', '"\\x85"'),
    *('"\\t"', '"\\U0010ffff"', "'a\n\n  b'", '"a\\\n  b"', '"\\e[31m"'),
    *("participants.XA.doe-jane", "participants..", ".", "a.b.c.d.e.f"),
    *("statements.9", "outcomes.-1", "[].x", "third.*", "x" * 300),
)  # fmt: skip


_BITS: Final = ("a-", "a.", "[a],", "a: ", "- ", "? ", "{a: ", "%20", "\n\n", "'' ", "&a ", "é", "/..")


def change(rng: Random, raw: bytes, stock: Stock) -> bytes:
    """Return the file with one to four values or keys changed."""
    text = raw.decode()
    for _ in range(rng.choice((1, 1, 1, 1, 2, 4))):
        if not (spans := _spans(text)):
            break
        start, stop = rng.choice(spans)
        text = text[:start] + _instead(rng, text, spans, text[start:stop], stock) + text[stop:]
    return text.encode("utf-8", "surrogatepass")


def _instead(rng: Random, text: str, spans: list[tuple[int, int]], was: str, stock: Stock) -> str:
    draw = rng.random()
    if draw < 0.4:
        return rng.choice(WORDS)
    if draw < 0.6:
        start, stop = rng.choice(spans)
        return text[start:stop]
    if draw < 0.75:
        return rng.choice(stock.ids[rng.choice(sorted(stock.ids))])
    if draw < 0.9:
        return _with_indicator(rng, was)
    return _long(rng, was)


def _with_indicator(rng: Random, was: str) -> str:
    at = rng.choice((0, 0, rng.randrange(len(was) + 1), len(was)))
    return was[:at] + rng.choice(INDICATORS) + was[at:]


def _long(rng: Random, was: str) -> str:
    """Return something long: mostly just below what a file may hold, sometimes far above."""
    draw = rng.random()
    size = rng.choice((5_000, 30_000, 100_000, 200_000))
    if draw < 0.03:
        return "x" * 10_000_000
    if draw < 0.4:
        return (was or "x") * (min(size, 30_000) // max(len(was), 1) + 1)
    if draw < 0.6:
        return "9" * size
    if draw < 0.8:
        return '"' + "wörd " * (size // 7) + '"'
    return rng.choice(("a-", "a.", "[a],", "a: ", "- ", "? ", "{a: ", "%20", "\n\n", "'' ", "&a ", "é", "/..")) * (
        size // 9
    )


@functools.lru_cache(maxsize=4_000)
def _spans(text: str) -> list[tuple[int, int]]:
    """Return where the keys and values of a text stand; none if it is no YAML any more."""
    if len(text) > 60_000:
        return []
    try:
        root = positions.Parser(text).get_single_node()
    except (yaml.YAMLError, ValueError):
        return []
    return list(_below(root)) if root else []


def _below(node: yaml.Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.index, node.end_mark.index
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _below(child)
    else:
        for key, value in node.value:
            yield from _below(key)
            yield from _below(value)
