"""Every kind of record as a typed, frozen object that knows where in which file it stands."""

from __future__ import annotations

from bilat.records.meeting import (
    CREDITED,
    RELATIONS,
    Assertion,
    Evidence,
    Meeting,
    Outcome,
    Participation,
    Statement,
    Tally,
    Voice,
)
from bilat.records.notes import Lead, Retirement, Search, SecondReading
from bilat.records.part import Acceptance, Name, Note, Part, Record
from bilat.records.registry import (
    Dataset,
    HardCase,
    Issue,
    Organization,
    Participant,
    Place,
    Position,
    Publisher,
    Relay,
    Side,
    Source,
    Tenure,
)

__all__ = [
    "CREDITED",
    "RELATIONS",
    "Acceptance",
    "Assertion",
    "Dataset",
    "Evidence",
    "HardCase",
    "Issue",
    "Lead",
    "Meeting",
    "Name",
    "Note",
    "Organization",
    "Outcome",
    "Part",
    "Participant",
    "Participation",
    "Place",
    "Position",
    "Publisher",
    "Record",
    "Relay",
    "Retirement",
    "Search",
    "SecondReading",
    "Side",
    "Source",
    "Statement",
    "Tally",
    "Tenure",
    "Voice",
]
