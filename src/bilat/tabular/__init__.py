"""Project the corpus into tables: rows, typed Arrow tables, and the way back from a cell to its line of YAML.

In goes the resolved corpus. Out come the tables that schemas/tables promises, sorted by key. A table is a module in
projections/ of the same name as its schema: a function rows(corpus) and a trace; nothing is decided here. May import
all stages before it.
"""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING

from bilat import contract
from bilat.errors import BadContract
from bilat.tabular.compiled import DEV, Compiled, compiled
from bilat.tabular.table import Projection

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilat.corpus import Corpus

__all__ = ["Compiled", "Projection", "compile_tables"]


@functools.cache
def _projections() -> Mapping[str, Projection]:
    """Return every table by name, in the order of the names."""
    return {name: _projection(name) for name in contract.tables()}


def compile_tables(corpus: Corpus, version: str = DEV) -> dict[str, Compiled]:
    """Compile every table of the contract; the version is written into what the tables say of themselves."""
    return {name: compiled(projection, corpus, version) for name, projection in _projections().items()}


def _projection(name: str) -> Projection:
    """Pair a schema with the module of its name; a column without a trace is a fault of ours."""
    module = importlib.import_module(f"bilat.tabular.projections.{name}")
    promised = contract.tables()[name]
    columns = {column.name for column in promised.columns}
    if columns != set(module.TRACE):
        odd = ", ".join(sorted(columns ^ set(module.TRACE)))
        raise BadContract(f"the columns of {name} and their traces differ: {odd}")
    return Projection(promised, module.rows, module.TRACE)
