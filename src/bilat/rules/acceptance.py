"""Warnings that a record accepts by code and path, with a reason; and acceptances that nothing needs any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from bilat.corpus import Corpus
    from bilat.records.model import Acceptance, Meeting, Source

NEEDLESS: Final = "X01"


def unaccepted(
    corpus: Corpus, warnings: Iterable[Finding], unjudged: Collection[str] = (), only: Collection[str] | None = None
) -> Iterator[Finding]:
    """Yield the warnings that no record accepts, then each acceptance that accepts nothing.

    Whether a rule that did not judge is rightly accepted is not known, nor what holds outside of the files in `only`.
    """
    records: tuple[Meeting | Source, ...] = (*corpus.meetings.values(), *corpus.sources.values())
    judged = [record for record in records if only is None or record.file in only]
    open_ = {(record.id, number): accept for record in judged for number, accept in enumerate(record.accept)}
    used: set[tuple[str, int]] = set()
    for warning in warnings:
        fitting = {key for key, accept in open_.items() if key[0] == warning.record and _fits(accept, warning)}
        used |= fitting
        if not fitting:
            yield warning
    for key, accept in open_.items():
        if key not in used and accept.rule not in unjudged:
            yield _needless(key[0], accept)


def _fits(accept: Acceptance, warning: Finding) -> bool:
    return accept.rule == warning.code and accept.field in (None, warning.field)


def _needless(record: str, accept: Acceptance) -> Finding:
    place = f" at `{accept.field}`" if accept.field else ""
    message = f"`{accept.rule}` is accepted{place}, and no such warning stands here"
    help = "delete the acceptance; only warnings can be accepted, errors have to be mended"  # noqa: A001
    return Finding(NEEDLESS, accept.at("rule"), message, help=help, severity=Severity.WARNING, record=record)
