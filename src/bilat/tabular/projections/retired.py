"""One row an id that names no record any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus

TRACE = {"id": itself(key=True), "successor": field("successor"), "because": field("because")}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each entry of retired.yaml."""
    for retired in corpus.retired.values():
        yield Row({"id": retired.id, "successor": retired.successor, "because": retired.because}, retired)
