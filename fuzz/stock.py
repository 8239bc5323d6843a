"""The checkouts and records that cases start from: the invented world, and a few real records with what they name."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml

from bilat import contract, records
from bilat.corpus import references
from bilat.records import files, strict_yaml
from bilat.records.model import Participant, Place, Source

if TYPE_CHECKING:
    from random import Random

    from bilat.records.model import Note, Record

ROOT: Final = Path(__file__).parents[1]
WORLD: Final = ROOT / "tests" / "world"
REAL: Final = ROOT / "datasets"
# Contacts that name few records; these are changed in a tree where what they name is there.
REAL_MEETINGS: Final = ("2021-11-burns-ushakov",)
PUBLISHERS: Final = "publishers.yaml"
REAL_FILES: Final = ("dataset.yaml",)
# What of a named record's own references comes with it; the sources of people's offices would bring half of all.
_FOLLOWED: Final[dict[type, frozenset[str]]] = {
    Place: frozenset({"place"}),
    Source: frozenset({"source", "publisher"}),
    Participant: frozenset({"position"}),
}

# The tree of real records is larger, so a case in it costs more.
SHARES: Final = (88, 12)

Data = Any
Base = tuple[str, bytes]


@dataclass(frozen=True, eq=False)
class Stock:
    """A sound tree, what else may be put into it, and what the records of both hold."""

    name: str
    tree: dict[str, bytes]
    bases: tuple[Base, ...]
    ids: dict[str, list[str]] = field(default_factory=dict)

    def path_of(self, id_: str) -> str | None:
        """Return the path of a record of the tree."""
        return next((path for path in self.tree if Path(path).stem == id_), None)


@functools.cache
def stocks() -> tuple[Stock, Stock]:
    """Return both trees; every real record is also put into the invented world, where it names what is not there."""
    world, real = _files(WORLD), _files(REAL)
    wanted = {*REAL_FILES, *_closure()}
    small = {path: raw for path, raw in real.items() if path in wanted or _about(path)}
    small[PUBLISHERS] = _only_named(small)
    foreign = [(path, raw) for path, raw in real.items() if path not in small and path not in REAL_FILES]
    return (
        Stock("world", world, (*sorted(world.items()), *sorted(foreign)), _ids(world)),
        Stock("real", small, tuple(sorted(small.items())), _ids(small)),
    )


@functools.cache
def pool() -> dict[str, list[Data]]:
    """Return every value that stands under a key anywhere, by key."""
    found: dict[str, list[Data]] = {}
    for stock in stocks():
        for path, raw in stock.bases:
            _collect(data_of(path, raw), found)
    return found


@functools.cache
def fields(kind: str) -> list[str]:
    """Return the fields that a kind of record may have."""
    schema = contract.record_schemas()[kind]
    return sorted({**schema.get("properties", {}), **schema.get("then", {}).get("properties", {})})


def kind_of(path: str) -> str:
    """Return the kind of the records at a path below datasets/."""
    first = path.partition("/")[0]
    return "meeting" if first == files.DRAFTS else files.SINGLE.get(first) or files.FOLDERS[first]


@functools.lru_cache(maxsize=2_000)
def data_of(path: str, raw: bytes) -> Data:
    """Return the data of a sound file; it is shared, so copy before you change it."""
    return strict_yaml.read(raw, path).data


def written(data: Data) -> bytes:
    """Write data as YAML."""
    text: str = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
    return text.encode("utf-8", "surrogatepass")


def pick(rng: Random) -> tuple[Stock, str, bytes]:
    """Draw a tree and a file to change in it: each kind as often as the others, small files more often than large."""
    stock = rng.choices(stocks(), SHARES)[0]
    among = _of_kind(stock)[rng.choice(sorted(_of_kind(stock)))]
    path, raw = min((rng.choice(among) for _ in range(rng.choice((1, 3, 4, 4)))), key=lambda base: len(base[1]))
    return stock, path, raw


@functools.cache
def _of_kind(stock: Stock) -> dict[str, list[Base]]:
    found: dict[str, list[Base]] = {}
    for base in stock.bases:
        found.setdefault(base[0].partition("/")[0], []).append(base)
    return found


def _files(datasets: Path) -> dict[str, bytes]:
    return {path.relative_to(datasets).as_posix(): path.read_bytes() for path in sorted(datasets.rglob("*.yaml"))}


def _closure() -> set[str]:
    named = [path for path in (REAL / "meetings").rglob("*.yaml") if path.stem in REAL_MEETINGS]
    reading = records.read_some(REAL, named, _named_by)
    return {part.file.partition("/")[2] for part in (*reading.records, *reading.notes)}


def _named_by(part: Record | Note, chosen: bool) -> list[str]:
    followed = _FOLLOWED.get(type(part), frozenset())
    return [found.id for found in references.of(part) if chosen or found.kind in followed]


def _only_named(tree: dict[str, bytes]) -> bytes:
    """Return the lines of publishers.yaml that the sources of a tree name: the whole is read in every check."""
    named = {data_of(path, raw)["publisher"] for path, raw in tree.items() if kind_of(path) == "source"}
    lines = tree[PUBLISHERS].splitlines(keepends=True)
    return b"".join(line for line in lines if line.partition(b":")[0].decode() in named)


def _about(path: str) -> bool:
    """Say whether a file is a second reading or a first draft of one of the real meetings."""
    return any(path in (f"readings/{id_}.yaml", f"codings/{id_}/a.yaml") for id_ in REAL_MEETINGS)


def _ids(tree: dict[str, bytes]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted(tree):
        if (kind := kind_of(path)) in files.RECORDS:
            found.setdefault(kind, []).append(Path(path).stem)
    return found


def _collect(data: Data, found: dict[str, list[Data]]) -> None:
    if isinstance(data, dict):
        for key, value in data.items():
            known = found.setdefault(key, [])
            if len(known) < 40 and value not in known:
                known.append(value)
            _collect(value, found)
    elif isinstance(data, list):
        for item in data:
            _collect(item, found)
