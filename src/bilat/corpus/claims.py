"""Every evidence item taken apart into claims: one assertion by one voice about one value."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from bilat import edtf
from bilat.corpus import compare, origins, paths, voices
from bilat.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bilat.corpus.index import Index
    from bilat.corpus.paths import Path
    from bilat.corpus.voices import Speaker
    from bilat.edtf import Date, Relation
    from bilat.records.document import Tree
    from bilat.records.model import Assertion, Evidence, Meeting, Name, Organization, Part, Place, Record, Tenure

_STANCE: Final = {
    "says": "asserts",
    "supports": "asserts",
    "infers": "asserts",
    "denies": "denies",
    "declines": "declines",
    "omits": "omits",
}
_DISCUSSED: Final = "discussed"


class Claim(Frozen):
    """One assertion about one value of one record, by one voice in one document."""

    record: Record
    record_kind: str
    path: Path
    value: str | None
    raised_by: str | None
    as_printed: str | None
    stance: str
    relation: Relation | None
    source: str | None
    locator: str | None
    speaker: Speaker
    certainty: str
    spoke_on: Date | None
    because: str | None
    via: str | None
    hops: int
    origins: frozenset[str]
    part: Part

    @property
    def id(self) -> str:
        """A hash of all that makes it this one, so that an edited claim is another one."""
        return _id(self)

    @property
    def is_ours(self) -> bool:
        """Whether it is our inference and not anybody's word."""
        return self.speaker.kind == "coder"


class _Saying(Frozen):
    """What all claims of one evidence item by one voice have in common."""

    speaker: Speaker
    spoke_on: Date | None
    hops: int
    origins: frozenset[str]


def of_meeting(index: Index, meeting: Meeting) -> tuple[Claim, ...]:
    """Return the claims that a record's evidence makes; what cannot be resolved is left to the rules."""
    return tuple(claim for item in meeting.evidence for claim in _of_item(index, meeting, item))


def of_registry(index: Index) -> Iterator[Claim]:
    """Yield the claims that names and tenures make through the source that they carry."""
    for record in index.participants.values():
        yield from _names(index, record, "participant", record.names)
        for tenure in record.tenures:
            yield from _tenure(index, record, tenure)
    for place in index.places.values():
        yield from _names(index, place, "place", place.names)
        yield from _itself(index, place, "place", place.name)
    for body in index.organizations.values():
        yield from _names(index, body, "organization", body.names)
        yield from _itself(index, body, "organization", body.name)


def _of_item(index: Index, meeting: Meeting, item: Evidence) -> Iterator[Claim]:
    behind = voices.chain(index, item)
    speaker = voices.speaker(index, item)
    hops = max(behind.values(), default=0)
    ours = _Saying(voices.CODER, None, hops, frozenset())
    theirs = speaker and _Saying(speaker, voices.spoke_on(index, item), hops, _origins(index, item, speaker, behind))
    for assertion in item.assertions:
        path, saying = paths.parse(assertion.path), ours if assertion.verb == "infers" else theirs
        if path and saying:
            yield _claim(index, meeting, item, assertion, path, saying)


def _claim(index: Index, meeting: Meeting, item: Evidence, assertion: Assertion, path: Path, saying: _Saying) -> Claim:
    value, raised_by = _value(path, assertion.value, assertion.verb)
    return Claim(
        meeting,
        "meeting",
        path,
        value,
        raised_by,
        item.as_printed.get(path.text),
        _STANCE[assertion.verb],
        _relation(index, meeting, path, value),
        item.source,
        item.locator,
        saying.speaker,
        item.certainty,
        saying.spoke_on,
        item.because,
        item.via,
        saying.hops,
        saying.origins,
        assertion,
    )


def _origins(index: Index, item: Evidence, speaker: Speaker, behind: Mapping[str, int]) -> frozenset[str]:
    """What the item may rest on; a reprint rests on what its original rests on, and adds nothing of its own."""
    first = voices.original(index, item.source) if item.via is None else item.source
    if first is not None and first != item.source:
        behind = voices.behind(index, first)
    heard = voices.heard_in(index, first if item.via in (None, voices.SELF) else item.via)
    return origins.closure(index, speaker, behind, first, heard)


def _value(path: Path, value: Tree, verb: str) -> tuple[str | None, str | None]:
    """Return a value as text, and for an issue the side that raised it."""
    if value is None:
        return (_DISCUSSED if path.field == "issues" and verb == "supports" else None), None
    if isinstance(value, dict):
        by = value.get("by")
        return str(value["mode"]), None if by is None else str(by)
    if isinstance(value, list):
        return edtf.parse([str(day) for day in value]).text, None
    return str(value), None


def _relation(index: Index, meeting: Meeting, path: Path, value: str | None) -> Relation | None:
    """A member agrees by being there. A value agrees or not with the record's, if the record gives one."""
    if path.is_member and path.field != "third":
        return "agrees" if paths.exists(index, meeting, path) else "differs"
    ours = paths.preferred(index, meeting, path)
    if value is None:
        return "agrees" if path.is_member and ours else None
    if path.is_member and ours is None:
        return "differs"
    return None if ours is None else compare.relation(index, path, value, ours)


def _names(index: Index, record: Record, kind: str, names: tuple[Name, ...]) -> Iterator[Claim]:
    for name in names:
        if name.source:
            path = paths.Path(f"names.{name.lang}.{name.text}", "names")
            yield from _of_part(index, record, kind, name, path, name.text)


def _itself(index: Index, record: Place | Organization, kind: str, name: str) -> Iterator[Claim]:
    """A place or body with a source: that document says that there is such a thing, of that name."""
    yield from _of_part(index, record, kind, record, paths.Path("name", "name"), name)


def _tenure(index: Index, record: Record, tenure: Tenure) -> Iterator[Claim]:
    for part, date in (("from", tenure.start), ("until", tenure.end), ("attested", tenure.attested)):
        if date:
            path = paths.Path(f"positions.{tenure.position}.{part}", "positions", None, tenure.position, part)
            yield from _of_part(index, record, "participant", tenure, path, date.text)


def _of_part(
    index: Index, record: Record, kind: str, part: Name | Tenure | Place | Organization, path: Path, value: str
) -> Iterator[Claim]:
    source = part.source
    first = voices.original(index, source)
    speaker = voices.document(index, first)
    if source is None or first is None or speaker is None:
        return
    behind = voices.behind(index, source)
    yield Claim(
        record,
        kind,
        path,
        value,
        None,
        None,
        "asserts",
        "agrees",
        source,
        getattr(part, "locator", None),
        speaker,
        "stated",
        voices.first_dated(index, behind),
        None,
        None,
        max(behind.values()),
        origins.closure(index, speaker, voices.behind(index, first), first, voices.heard_in(index, first)),
        part,
    )


def _id(claim: Claim) -> str:
    speaker = claim.speaker
    parts = [
        *(claim.record.id, claim.path.text, claim.value, claim.raised_by, claim.stance, claim.source),
        *(speaker.kind, speaker.id, speaker.words, claim.locator, claim.via, claim.certainty, claim.because),
    ]
    import hashlib  # of some weight, and only tables need ids

    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:16]


def distinct(claims: Iterable[Claim]) -> list[Claim]:
    """Drop claims that repeat another to the letter; the first one stays."""
    return list({claim.id: claim for claim in reversed(list(claims))}.values())[::-1]
