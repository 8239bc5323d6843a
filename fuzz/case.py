"""One case: what is changed in which tree, and the command that is run over it; the same for a seed and a number."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, Final

from fuzz import raw as raws
from fuzz import stock as stocks
from fuzz import structure, tokens

if TYPE_CHECKING:
    from fuzz.stock import Stock

WHOLE: Final = 10  # every tenth case checks the whole tree, the others the file that was changed
WRITTEN: Final = 8  # every eighth is also given to a command that may write
COMPILED: Final = 100  # one in a hundred is compiled as well, if nothing is wrong with it
BUILT: Final = 1_000  # and one in a thousand is built: its judges take seconds
WAYS: Final = {"raw": 30, "tokens": 30, "structure": 35, "circle": 5, "places": 10}
STYLES: Final = {"json": 60, "text": 25, "github": 15}


@dataclass(frozen=True)
class Case:
    """Files that are changed, or one that is misplaced, and how the command is told to answer."""

    seed: int
    number: int
    way: str
    stock: Stock
    path: str
    changed: dict[str, bytes] = field(default_factory=dict)
    style: str = "json"

    @property
    def whole(self) -> bool:
        """Whether the whole tree is checked."""
        return self.number % WHOLE == 0

    @property
    def built(self) -> bool:
        """Whether the tree is built, not only checked."""
        return self.number % BUILT == 0

    @property
    def written(self) -> bool:
        """Whether a command that writes is run over it, too."""
        return self.number % WRITTEN == WRITTEN // 2

    @property
    def compiled(self) -> bool:
        """Whether the tables are made if nothing is wrong."""
        return self.number % COMPILED == 0

    def random(self, of: str) -> Random:
        """Return the source of chance of one step of this case."""
        return Random(f"{self.seed}/{self.number}/{of}")


def draw(seed: int, number: int) -> Case:
    """Draw the case of a number."""
    rng = Random(f"{seed}/{number}")
    way = rng.choices(list(WAYS), list(WAYS.values()))[0]
    style = rng.choices(list(STYLES), list(STYLES.values()))[0]
    stock, path, raw = stocks.pick(rng)
    if way == "circle":
        changed = structure.circle(rng, stock)
        return Case(seed, number, way, stock, min(changed), changed, style)
    if way == "raw":
        raw = raws.change(rng, raw)
    elif way == "tokens":
        raw = tokens.change(rng, raw, stock)
    elif way == "structure":
        raw = structure.change(rng, path, raw, stock)
    return Case(seed, number, way, stock, path, {path: raw}, style)
