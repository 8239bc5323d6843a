"""Check a whole checkout: read, resolve, judge. What `bilat check` and `bilat build` begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat import corpus, findings, records, rules
from bilat.corpus import references
from bilat.errors import Unavailable
from bilat.frozen import Frozen
from bilat.records.model import Issue, Meeting, Organization, Participant, Place, Publisher, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from bilat.corpus import Corpus
    from bilat.findings import Finding
    from bilat.records import Reading
    from bilat.records.model import Note, Record


# What rules look at beyond a record that a checked one names: where it was, whose office, and whose documents are
# behind it.
_NEEDED: Final[dict[type, frozenset[str]]] = {
    Issue: frozenset({"issue"}),
    Meeting: frozenset({"place"}),
    Organization: frozenset({"organization"}),
    Participant: frozenset({"position"}),
    Place: frozenset({"place"}),
    Publisher: frozenset({"organization"}),
    Source: frozenset({"publisher", "source"}),
}
# What goes by names in several spellings: read only when an id is unknown, to find the nearest.
_UNKNOWN: Final = "R01"
_CALLED: Final = frozenset({"participant", "organization", "place", "issue"})


class Checked(Frozen):
    """A resolved corpus and everything that was found on the way to it."""

    corpus: Corpus
    findings: list[Finding]


def check(root: Path) -> Checked:
    """Check the dataset of a checkout.

    Raises:
        Unavailable: The folder holds no dataset.
    """
    reading = records.read_tree(_datasets(root))
    resolved = corpus.resolve(reading)
    return Checked(resolved, findings.arrange([*reading.findings, *rules.judge(resolved)]))


def check_some(root: Path, named: Collection[Path]) -> Checked:
    """Check some files or folders of a checkout, with the records that they name; find only what is wrong in them.

    What needs every record, such as repeated ids, is left to `check`.

    Raises:
        Unavailable: The folder holds no dataset.
    """
    reading = records.read_some(_datasets(root), named, _named_by)
    checked = _of_files(root, named, reading)
    if any(found.code == _UNKNOWN for found in checked.findings):
        more = records.read_some(_datasets(root), named, _or_is_called(reading.listed), whole=True)
        return _of_files(root, named, more)
    return checked


def _of_files(root: Path, named: Collection[Path], reading: Reading) -> Checked:
    """Judge what was read, and keep what is found in the named files or folders."""
    resolved = corpus.resolve(reading)
    files = {part.file for part in (*reading.records, *reading.notes)} | {
        found.location.path for found in reading.findings
    }
    only = {path for path in files if any((root / path).is_relative_to(one) for one in named)}
    found = [finding for finding in (*reading.findings, *rules.judge(resolved, only)) if finding.location.path in only]
    return Checked(resolved, findings.arrange(found))


def _named_by(part: Record | Note, chosen: bool) -> list[str]:
    """Return what a record refers to; of one that is only needed for another, what that other's rules look at."""
    wanted = None if chosen else _NEEDED.get(type(part), frozenset())
    return [found.id for found in references.of(part) if wanted is None or found.kind in wanted]


def _or_is_called(listed: Mapping[str, str]) -> Callable[[Record | Note, bool], list[str]]:
    """Name also all that goes by names, so that the nearest to an unknown id can be found among them."""
    called = [id_ for id_, kind in listed.items() if kind in _CALLED]
    return lambda part, chosen: [*_named_by(part, chosen), *called]


def _datasets(root: Path) -> Path:
    datasets = root / "datasets"
    if not datasets.is_dir():
        raise Unavailable(f"{root} holds no datasets/", "run this in a checkout of the dataset")
    return datasets
