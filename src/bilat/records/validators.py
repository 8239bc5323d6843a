"""The record schemas as validators: compiled once a kind, from memory alone, with dates that have to exist."""

from __future__ import annotations

import functools
import re
from typing import Any, Final

import jsonschema_rs

from bilat import contract, edtf

BASE: Final = "bilat:///"
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@functools.cache
def of(kind: str) -> jsonschema_rs.Draft202012Validator:
    """Return the validator of one kind of record."""
    return jsonschema_rs.Draft202012Validator(
        {"$ref": f"{BASE}records/{kind}.schema.json"},
        registry=_registry(),
        validate_formats=True,
        formats={"edtf": _is_date, "edtf-member": _is_member, "date": _is_day},
    )


@functools.cache
def _registry() -> jsonschema_rs.Registry:
    resources: list[tuple[str, dict[str, Any]]] = [
        (f"{BASE}records/{name}.schema.json", schema) for name, schema in contract.record_schemas().items()
    ]
    resources += [
        (
            f"{BASE}vocabularies/{name}.schema.json",
            {"oneOf": [{"const": term} for term in terms]},
        )
        for name, terms in contract.terms().items()
    ]
    return jsonschema_rs.Registry(resources)


def _is_date(text: str) -> bool:
    try:
        edtf.parse(text)
    except edtf.NotADate:
        return False
    return True


def _is_member(text: str) -> bool:
    try:
        edtf.parse([text])
    except edtf.NotADate:
        return False
    return True


def _is_day(text: str) -> bool:
    """Say whether a day exists; what is not written as one is for the pattern beside this format to refuse."""
    return not _DAY.fullmatch(text) or _is_date(text)
