"""The two first drafts of each hard case: both compile, and what they differ on is printed, not averaged away."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilat import corpus, records
from bilat.corpus import drafts

ROOT = Path(__file__).parents[1]
CORPUS = corpus.resolve(records.read_tree(ROOT / "datasets"))
RECORDS = sorted({record for record, _ in CORPUS.drafts})


@pytest.mark.parametrize("record", RECORDS)
def test_both_drafts_compile_without_losing_an_assertion(record: str) -> None:
    """Everything that a drafter wrote becomes a claim: the grammar can say it, and its sources exist."""
    written = {letter: CORPUS.drafts[record, letter] for letter in "ab"}
    assertions = {letter: sum(len(item.assertions) for item in draft.evidence) for letter, draft in written.items()}

    assert assertions == {letter: len(CORPUS.draft_claims[record, letter]) for letter in "ab"}


@pytest.mark.parametrize("record", RECORDS)
def test_the_differences_of_two_drafts_are_printed(record: str) -> None:
    """What only one draft claims is told with its voice; run pytest -rP to read it."""
    found = drafts.compare(CORPUS.draft_claims[record, "a"], CORPUS.draft_claims[record, "b"])
    print(f"{record}: {len(found.both)} claims in both drafts, agreement {found.agreement:.2f}")
    for letter, only in (("a", found.only_a), ("b", found.only_b)):
        for path, value, stance, voice in only:
            print(f"  only {letter}: {stance} {path}{'' if value is None else f' = {value}'} ({voice})")

    assert found.both, "two drafts that share no claim are not drafts of one record"
    assert found.only_a or found.only_b, "two drafts that differ in nothing were not independent"


def test_every_record_that_was_drafted_twice_is_in_the_dataset() -> None:
    """A draft always leads to a record."""
    assert [record for record in RECORDS if record not in CORPUS.meetings] == []
