"""One row a concept of the thesaurus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.tabular.table import Row, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus import Corpus
    from bilat.tabular.table import Cell

TRACE = {
    "id": itself(),
    "label": field("label"),
    "definition": field("definition"),
    "broader": field("broader"),
    "level": field("broader"),
    "coding": field("coding"),
    "hard_case": field("hard_case", "text"),
    "hard_case_record": field("hard_case", "record"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each issue record."""
    for issue in corpus.issues.values():
        cells: dict[str, Cell] = {
            "id": issue.id,
            "label": issue.label,
            "definition": issue.definition,
            "broader": issue.broader,
            "level": len(corpus.ancestors_of_issue(issue.id)) + 1,
            "coding": issue.coding,
            "hard_case": issue.hard_case.text if issue.hard_case else None,
            "hard_case_record": issue.hard_case.record if issue.hard_case else None,
        }
        yield Row(cells, issue)
