"""When two addresses are forms of one: a key to compare them by, never an address to cite."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, unquote

_SCHEME: Final = r"(?i)^(?:https?:)?/+"
_PORT: Final = r":(?:80|443)?$"
_ARCHIVED: Final = (
    r"^(?:(?:web\.|wayback\.)?archive\.org/web|archive\.(?:is|ph|today|li|md|vn|fo))/[0-9.*-]{4,}(?:[a-z]{2}_)*/(?=.)"
)
# What says by which way a reader came, and nothing about what is read.
_TRACKING: Final = (
    r"(?i)(?:utm_.*|fbclid|gclid|dclid|yclid|ysclid|msclkid|mc_cid|mc_eid|igshid|_ga|_openstat|ref_src)(?:=.*)?$"
)
_IN_PATH: Final = "/:@!$&'()*+,;=~"
_IN_QUERY: Final = "/:@!$'()*+,;=~"


def key(address: str) -> str:
    """Return what all forms of one address have in common.

    Forms differ in scheme, www, letter case of the host, default port, slashes at the end, fragment, tracking, order of
    parameters, escapes, and in the prefix of a web archive. A key is a key of its own.

    >>> key("http://www.Example.org:80/fish/?utm_source=feed#top")
    'example.org/fish'
    >>> key("https://web.archive.org/web/20210505120000/https://example.org/fish")
    'example.org/fish'
    >>> key("https://example.org/story.php?id=7&page=2") == key("example.org/story.php?page=2&id=7")
    True
    >>> key("https://example.org/Fish") == key("https://example.org/fish")
    False
    """
    before, found = "", address
    while found != before:
        before, found = found, _plainer(found)
    return found


def _plainer(address: str) -> str:
    rest = re.sub(_SCHEME, "", address.strip())
    host, slash, path = rest.partition("#")[0].partition("/")
    host = _host(host)
    if archived := re.match(_ARCHIVED, f"{host}/{path}"):
        return f"{host}/{path}"[archived.end() :]
    if not slash:
        host, _, query = host.partition("?")
        return host + _query(query)
    path, _, query = path.partition("?")
    path = _escaped(path, _IN_PATH).strip("/")
    return (f"{host}/{path}" if path else host) + _query(query)


def _host(host: str) -> str:
    host = re.sub(_PORT, "", host.lower()).rstrip(".")
    return host.removeprefix("www.")


def _query(query: str) -> str:
    kept = sorted(_escaped(part, _IN_QUERY) for part in query.split("&") if part and not re.match(_TRACKING, part))
    return f"?{'&'.join(kept)}" if kept else ""


def _escaped(text: str, safe: str) -> str:
    return quote(unquote(text), safe, errors="replace")
