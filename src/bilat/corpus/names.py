"""Who goes by which name, as written and as it sounds: buckets in which two people may be one, or taken for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat import suggest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.corpus.index import Index
    from bilat.records.model import Name, Participant

Sound = tuple[str, str]


def by_spelling(index: Index) -> dict[str, tuple[Participant, ...]]:
    """Return the people who go by each name, whatever the case of its letters, in the order of their ids."""
    found: dict[str, dict[str, Participant]] = {}
    for id_, person in sorted(index.participants.items()):
        for text, _ in of_person(person):
            found.setdefault(text.casefold(), {})[id_] = person
    return {text: tuple(people.values()) for text, people in found.items()}


def by_sound(index: Index) -> dict[Sound, tuple[Participant, ...]]:
    """Return the people of one body whose names sound alike, in the order of their ids."""
    found: dict[Sound, dict[str, Participant]] = {}
    for id_, person in sorted(index.participants.items()):
        for sound in sounds(person):
            found.setdefault(sound, {})[id_] = person
    return {sound: tuple(people.values()) for sound, people in found.items()}


def sounds(person: Participant) -> set[Sound]:
    """Return each body that a person served in with each way in which the person's name sounds."""
    bodies = {tenure.position.partition("/")[0] for tenure in person.tenures}
    names = {" ".join(sorted(suggest.fold(text).split())) for text, _ in of_person(person)}
    return {(body, name) for body in bodies for name in names}


def of_person(person: Participant) -> Iterator[tuple[str, Name | None]]:
    """Yield the names of a person with where each stands if not as the main one; what a source misspelt is no name."""
    yield person.name, None
    yield from ((name.text, name) for name in person.names if name.kind != "misrendering")


def are_told_apart(one: Participant, other: Participant) -> bool:
    """Say whether one of two people is listed as not being the other."""
    return other.id in one.not_same or one.id in other.not_same
