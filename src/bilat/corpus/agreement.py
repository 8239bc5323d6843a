"""How far those who speak of one value of a record agree, and what the record prefers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bilat.corpus import origins, paths
from bilat.corpus.claims import distinct
from bilat.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bilat.corpus import Corpus
    from bilat.corpus.claims import Claim
    from bilat.records.model import Meeting, Outcome, Part, Statement

    Answer = Outcome | Statement


class Agreement(Frozen):
    """What is said of one value or question: the claims, the values that they state, and the one preferred, if any.

    `relations` counts the asserting claims by how they stand to the record's value; of a question there are none.
    """

    path: str
    claims: tuple[Claim, ...]
    relations: Mapping[str, int]
    values: tuple[str, ...]
    preferred: str | None
    n_independent: int | None
    contested: bool
    part: Part

    def taking(self, stance: str) -> int:
        """Return how many claims do this to the value."""
        return len([claim for claim in self.claims if claim.stance == stance])


def of(corpus: Corpus, meeting: Meeting) -> Iterator[Agreement]:
    """Yield what is said of each value of a record, then of each question that it answers in rival ways.

    What we infer is nobody's word, and left out.
    """
    about: dict[str, list[Claim]] = {}
    for claim in distinct(corpus.claims[meeting.id]):
        if not claim.is_ours:
            about.setdefault(claim.path.text, []).append(claim)
    contested = corpus.facts[meeting.id].contested
    for path, claims in about.items():
        yield _of_path(corpus, meeting, claims, contested=path in contested)
    for question, answers in _questions(meeting).items():
        yield _of_question(question, answers, [claim for path in answers for claim in about.get(path, ())])


def _of_path(corpus: Corpus, meeting: Meeting, claims: Sequence[Claim], *, contested: bool) -> Agreement:
    asserted = [claim for claim in claims if claim.stance == "asserts"]
    return Agreement(
        claims[0].path.text,
        tuple(claims),
        Counter(claim.relation for claim in asserted if claim.relation),
        tuple(sorted({_value(claim) for claim in asserted if claim.value})),
        paths.preferred(corpus, meeting, claims[0].path),
        origins.independent(claim.origins for claim in asserted if claim.relation == "agrees"),
        contested,
        claims[0].part,
    )


def _value(claim: Claim) -> str:
    return f"{claim.value} by {claim.raised_by}" if claim.raised_by else str(claim.value)


def _questions(meeting: Meeting) -> dict[str, dict[str, Answer]]:
    """Return the rival answers to each question, by the path that evidence gives them."""
    found: dict[str, dict[str, Answer]] = {}
    for outcome in meeting.outcomes.values():
        found.setdefault(outcome.question or "", {})[f"outcomes.{outcome.id}"] = outcome
    for statement in meeting.statements.values():
        found.setdefault(statement.question or "", {})[f"statements.{statement.id}"] = statement
    return {question: answers for question, answers in found.items() if question}


def _of_question(question: str, answers: dict[str, Answer], claims: Sequence[Claim]) -> Agreement:
    """Rival answers stand side by side: none of them is preferred, so that nothing agrees with it or differs."""
    first = next(iter(answers.values()))
    return Agreement(
        f"question.{question}",
        tuple(claims),
        {},
        tuple(answer.id for answer in answers.values()),
        None,
        None,
        len(answers) > 1,
        first,
    )
