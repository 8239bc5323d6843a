"""One row an assertion by one voice about one value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.corpus.claims import distinct
from bilat.records.model import Assertion
from bilat.tabular.table import Row, above, field, itself

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bilat.corpus import Corpus
    from bilat.corpus.claims import Claim
    from bilat.tabular.table import At, Cell

TRACE = {
    "id": itself(),
    "record_kind": itself(),
    "record": itself(),
    "path": itself(key=True),
    "value": itself(),
    "as_printed": above(2, "as_printed"),
    "stance": above(1, key=True),
    "relation": itself(),
    "source": above(2, "source"),
    "locator": above(2, "at"),
    "voice_participant": above(2, "voice"),
    "voice_organization": above(2, "voice"),
    "voice_publisher": above(2, "voice"),
    "voice_anonymous": above(2, "voice", "anonymous"),
    "voice_side": above(2, "voice"),
    "attribution": above(2, "voice"),
    "official": above(2, "voice"),
    "said_on": above(2, "said_on"),
    "certainty": above(2, "certainty"),
    "because": above(2, "because"),
    "via": above(2, "via"),
    "hops": above(2, "source"),
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield a row for each claim, those of names and tenures included."""
    for claim in every(corpus):
        cells = {**_said(claim), **_voice(claim), **_chain(claim)}
        yield Row(cells, claim.part, None if is_evidence(claim) else _trace_of_registry(claim))


def every(corpus: Corpus) -> list[Claim]:
    """Return every claim of the corpus once."""
    about_meetings = (claim for found in corpus.claims.values() for claim in found)
    return distinct([*about_meetings, *corpus.registry_claims])


def is_evidence(claim: Claim) -> bool:
    """Say whether a claim stands in an evidence item, not in the entry of a registry."""
    return isinstance(claim.part, Assertion)


def _trace_of_registry(claim: Claim) -> Mapping[str, At]:
    """A name, tenure, place or body that carries a source is itself the claim."""
    value = {"names": "text", "name": "name"}.get(claim.path.field, claim.path.part or "")
    named = {"value": field(value), "source": field("source"), "locator": field("at")}
    return {**dict.fromkeys(TRACE, itself()), **named}


def _said(claim: Claim) -> dict[str, Cell]:
    value = f"{claim.value} by {claim.raised_by}" if claim.raised_by else claim.value
    return {
        "id": claim.id,
        "record_kind": claim.record_kind,
        "record": claim.record.id,
        "path": claim.path.text,
        "value": value,
        "as_printed": claim.as_printed,
        "stance": claim.stance,
        "relation": claim.relation,
        "certainty": claim.certainty,
        "because": claim.because,
    }


def _voice(claim: Claim) -> dict[str, Cell]:
    voice = claim.speaker
    return {
        "voice_participant": voice.id if voice.kind == "participant" else None,
        "voice_organization": voice.id if voice.kind == "organization" else None,
        "voice_publisher": voice.id if voice.kind == "publisher" else None,
        "voice_anonymous": voice.words,
        "voice_side": voice.side,
        "attribution": voice.attribution,
        "official": voice.official,
        "said_on": claim.spoke_on.text if claim.spoke_on else None,
    }


def _chain(claim: Claim) -> dict[str, Cell]:
    return {"source": claim.source, "locator": claim.locator, "via": claim.via, "hops": claim.hops}
