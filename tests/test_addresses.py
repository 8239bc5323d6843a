"""One page under several addresses: the key that all forms share, and what is never taken for one."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilat.corpus import addresses

PAGE = "https://example.org/news/fish-and-boats?id=7&page=2"
PARTS = st.sampled_from(
    (
        "http://",
        "https:/",
        "//",
        "/",
        "www.",
        "example.org",
        "web.archive.org/web/2021/",
        "archive.ph/2021.05/",
        "?",
        "&",
        "#",
        "a",
        "%2F",
        "%25",
        "%41",
        "=",
        "utm_source=x",
        ":80",
        ":",
        ".",
        " ",
        "%3F",
        "é",
        "İ",
        "\ud800",
        "*/",
    )
)


@given(st.one_of(st.text(), st.lists(PARTS).map("".join)))
def test_a_key_is_a_key_of_its_own(address: str) -> None:
    """Whatever is given, the key of the key is the key."""
    key = addresses.key(address)

    assert addresses.key(key) == key


@pytest.mark.parametrize(
    "form",
    [
        "http://example.org/news/fish-and-boats?id=7&page=2",
        "HTTPS://WWW.Example.ORG:443/news/fish-and-boats/?id=7&page=2",
        "example.org:80/news/fish-and-boats?page=2&id=7#comments",
        "https://example.org/news/fish%2Dand-boats?id=7&page=2&utm_source=feed&utm_medium=rss&fbclid=x",
        "https://web.archive.org/web/20210505/https://example.org/news/fish-and-boats?id=7&page=2",
        "http://web.archive.org/web/20210505120000if_/http:/www.example.org/news/fish-and-boats/?id=7&page=2",
        "https://archive.ph/2021.05.05-120000/https://example.org/news/fish-and-boats?id=7&page=2",
        "https://web.archive.org/web/2021*/https://web.archive.org/web/2020/" + PAGE,
    ],
)
def test_forms_of_one_address_have_one_key(form: str) -> None:
    """Scheme, www, port, slashes, fragment, tracking, escapes, order of parameters and archives make no difference."""
    assert addresses.key(PAGE) == addresses.key(form)


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/news/fish-and-boats?id=8&page=2",
        "https://example.org/news/fish-and-boats",
        "https://example.org/News/fish-and-boats?id=7&page=2",
        "https://news.example.org/news/fish-and-boats?id=7&page=2",
        "https://example.org:8080/news/fish-and-boats?id=7&page=2",
        "https://archive.ph/AbCdE",
    ],
)
def test_other_pages_have_other_keys(other: str) -> None:
    """What may lead to another page is kept: host, port, path with its capitals, every other parameter."""
    assert addresses.key(PAGE) != addresses.key(other)


def test_an_address_in_another_script_may_be_escaped() -> None:
    """The letters themselves and their escapes are one address."""
    assert addresses.key("https://example.org/рыба") == addresses.key("https://example.org/%D1%80%D1%8B%D0%B1%D0%B0")


def test_the_examples_hold() -> None:
    """What the module says of itself is so."""
    assert doctest.testmod(addresses).failed == 0
