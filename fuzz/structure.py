"""Changes of a record's shape: keys and values moved, dropped, grafted from elsewhere, nested, turned in circles."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fuzz import stock as stocks
from fuzz import tokens
from fuzz.stock import data_of, fields, kind_of, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from fuzz.stock import Data, Stock

Holder = tuple[dict[str, "Data"] | list["Data"], str | int]
DEPTH: Final = 10_000
_HERE: Final = "PLACE OF A DEEP VALUE"
_DEEP: Final = (
    "[" * DEPTH + "]" * DEPTH,
    "{a: " * DEPTH + "}" * DEPTH,
    "[" * DEPTH,
    "[? " * DEPTH,
    "\n" + "\n".join(" " * (2 * level) + "a:" for level in range(450)),
    "\n" + "- " * DEPTH + "a",
    "[" * 24 + "]" * 24,
    "[" * 22 + "1" + "]" * 22,
    "&a [*a]",
    "&a {b: *a}",
    "{<<: {a: 1}}",
)
# Fields by which records of one kind follow one another, and so can go in a circle.
_CHAINS: Final = {
    "issue": ("broader",),
    "meeting": ("part_of", "in_series", "follows", "replaces", "replies_to"),
    "organization": ("part_of",),
    "participant": ("not_same",),
    "place": ("part_of", "near"),
    "source": ("relays", "translation"),
}


def change(rng: Random, path: str, raw: bytes, stock: Stock) -> bytes:
    """Return the record with one to four changes of its shape."""
    data = copy.deepcopy(data_of(path, raw))
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        changed = rng.choice(_CHANGES)
        if holders := list(_holders(data)):
            changed(rng, rng.choice(holders), data, _Around(path, stock))
    text = written(data)
    if _HERE.encode() in text:
        text = text.replace(_HERE.encode(), rng.choice(_DEEP).encode(), 1)
    return rng.choice((text, text, text, _as_json(data))) if _HERE.encode() not in text else text


def circle(rng: Random, stock: Stock) -> dict[str, bytes]:
    """Return records of one kind each of which is made to follow the next, and the last the first."""
    kind = rng.choice(sorted(set(_CHAINS) & set(stock.ids)))
    ids = rng.sample(stock.ids[kind], min(len(stock.ids[kind]), rng.choice((1, 2, 3))))
    field = rng.choice(_CHAINS[kind])
    changed = {}
    for id_, following in zip(ids, [*ids[1:], ids[0]], strict=True):
        path = stock.path_of(id_) or ""
        data = copy.deepcopy(data_of(path, stock.tree[path]))
        data[field] = _following(rng, field, following)
        changed[path] = written(data)
    return changed


def _following(rng: Random, field: str, id_: str) -> Data:
    if field == "relays":
        return [{"source": id_, "how": rng.choice(("republishes", "summarises", "quotes"))}]
    return [id_] if field in {"not_same", "follows"} else id_


class _Around:
    """Where a record stands, and which records could be named in it."""

    def __init__(self, path: str, stock: Stock) -> None:
        self.path = path
        self.stock = stock

    def some_id(self, rng: Random) -> str:
        """Return the id of a record of the tree, of this one, or of none."""
        ids = self.stock.ids[rng.choice(sorted(self.stock.ids))]
        return rng.choice((*rng.sample(ids, min(3, len(ids))), Path(self.path).stem, "nobody-at-all", "../x", "a/b"))

    def grafted(self, rng: Random, key: str) -> Data:
        """Return what stands under a key somewhere, or if nothing does, what stands under another."""
        pool = stocks.pool()
        return copy.deepcopy(rng.choice(pool.get(key) or pool[rng.choice(sorted(pool))]))


def _delete(rng: Random, at: Holder, data: Data, around: _Around) -> None:
    holder, step = at
    del holder[step]  # type: ignore[arg-type]


def _rename(rng: Random, at: Holder, data: Data, around: _Around) -> None:
    holder, step = at
    if isinstance(holder, dict):
        new = rng.choice((f"{step}x", "", "null", " ", "a b", "../x", around.some_id(rng), rng.choice(tokens.WORDS)))
        entries = [(new if key == step else key, value) for key, value in holder.items()]
        holder.clear()
        holder.update(entries)


def _nest(rng: Random, at: Holder, data: Data, around: _Around) -> None:
    _put(at, _HERE)


def _wrap(rng: Random, at: Holder, data: Data, around: _Around) -> None:
    value = _get(at)
    choices = [[value], {"a": value}, [value, value], [[value]], {str(at[1]): value}, [None], {}, []]
    _put(at, copy.deepcopy(rng.choice(choices)))


def _turn(rng: Random, at: Holder, data: Data, around: _Around) -> None:
    value = _get(at)
    if isinstance(value, dict):
        _put(at, rng.choice((list(value), list(value.values()), [{key: of} for key, of in value.items()])))
    elif isinstance(value, list):
        _put(at, {str(number): item for number, item in enumerate(value)})
    else:
        _put(at, rng.choice((None, True, 0, -1, 1.5, 10**14, "", str(value).split(), {str(value): value})))


def _swap(rng: Random, at: Holder, data: Data, around: _Around) -> None:
    other = rng.choice(list(_holders(data)))
    mine, others = copy.deepcopy(_get(at)), copy.deepcopy(_get(other))
    _put(at, others)
    if _reaches(data, other[0]):
        _put(other, mine)


def _graft(rng: Random, at: Holder, data: Data, around: _Around) -> None:
    _put(at, around.grafted(rng, str(at[1])))


def _add_field(rng: Random, at: Holder, data: Data, around: _Around) -> None:
    if isinstance(data, dict):
        field = rng.choice(fields(kind_of(around.path)) or ["title"])
        data[field] = rng.choice((around.grafted(rng, field), around.grafted(rng, field), around.some_id(rng)))


def _refer(rng: Random, at: Holder, data: Data, around: _Around) -> None:
    named = [found for found in _holders(data) if isinstance(_get(found), str)]
    _put(rng.choice(named) if named else at, around.some_id(rng))


def _repeat(rng: Random, at: Holder, data: Data, around: _Around) -> None:
    lists = [found for found in (_get(holder) for holder in _holders(data)) if isinstance(found, list) and found]
    if lists:
        found = rng.choice(lists)
        found.extend(copy.deepcopy([rng.choice(found)] * rng.choice((1, 2, 100))))


def _point_nowhere(rng: Random, at: Holder, data: Data, around: _Around) -> None:
    if isinstance(data, dict) and isinstance(evidence := data.get("evidence"), list) and evidence:
        entry = rng.choice(evidence)
        path = rng.choice((*_ODD_PATHS, *(str(step) for _, step in _holders(data))))
        if isinstance(entry, dict):
            where = rng.choice(("says", "supports", "denies", "differs", "about"))
            entry[where] = {path: around.grafted(rng, path)} if where == "says" else [path]


_ODD_PATHS: Final = (
    *("", ".", "..", "x", "date.x", "participants", "participants.XA", "participants.XA.nobody"),
    *("participants.XX.doe-jane", "issues.fish.x", "outcomes.0", "outcomes.99", "statements.-1", "statements"),
    *("title.0", "evidence", "new", "accept.0.x", "../x", "place.part_of", "third.isles-state.x", "date[0]", "a" * 500),
)  # fmt: skip


_CHANGES: Final[tuple[Callable[[Random, Holder, Data, _Around], None], ...]] = (
    _delete,
    _rename,
    _nest,
    _wrap,
    _turn,
    _swap,
    _graft,
    _graft,
    _add_field,
    _add_field,
    _refer,
    _refer,
    _repeat,
    _point_nowhere,
)


def _holders(data: Data) -> Iterator[Holder]:
    """Yield every place in the data at which a value stands."""
    if isinstance(data, dict | list):
        for step in list(data) if isinstance(data, dict) else range(len(data)):
            yield data, step
            yield from _holders(data[step])


def _reaches(data: Data, holder: Data) -> bool:
    return data is holder or any(_get(at) is holder for at in _holders(data))


def _get(at: Holder) -> Data:
    holder, step = at
    return holder[step]  # type: ignore[index]


def _put(at: Holder, value: Data) -> None:
    holder, step = at
    if isinstance(holder, dict) or int(step) < len(holder):
        holder[step] = value  # type: ignore[index]


def _as_json(data: Data) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")
