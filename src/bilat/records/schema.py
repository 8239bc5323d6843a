"""Judge one document by its record schema, and word what the schema says so that a contributor can act on it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from bilat import contract, edtf, suggest
from bilat.findings import Finding
from bilat.frozen import Frozen, replace
from bilat.records import validators

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import jsonschema_rs

    from bilat.records.document import Document, Pointer

MOST: Final = 200  # findings of one file; whoever has more has one cause for them
_PLAINEST: Final = ("type", "minLength", "minItems", "format", "pattern", "maxLength", "minimum", "maximum")
_TYPES: Final = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "object": "a group of fields",
    "array": "a list",
    "null": "null",
}


class Problem(Frozen):
    """One violated keyword of a schema, with all that a message about it may need."""

    document: Document
    kind: str
    pointer: Pointer
    keyword: str
    detail: Any
    value: Any
    schema: contract.JSON
    vocabulary: str | None
    on_key: bool = False

    def finding(self, code: str, message: str, help: str = "", *, key: bool = False) -> Finding:  # noqa: A002
        """Word the problem, pointing at the value or, where the value may not be there, at its key."""
        where = self.document.at(self.pointer, key=key or self.on_key)
        return Finding(code, where, message, help=help, field=self.name)

    @property
    def name(self) -> str:
        """The path to the field, as a contributor would write it."""
        return ".".join(str(part) for part in self.pointer)


def judge(document: Document, kind: str) -> list[Finding]:
    """Return what the schema of that kind of record has against the document; nothing if it is sound."""
    validator = validators.of(kind)
    if validator.is_valid(document.data):
        return []
    errors = list(validator.iter_errors(document.data))
    problems = _one_each(_problem(document, kind, error) for error in errors[:MOST])
    found = [found for problem in problems for found in _WORDING.get(problem.keyword, _not_allowed)(problem)]
    left = len(errors[MOST:]) + len(found[MOST:])
    return _with_more(found[:MOST], left)


def _with_more(found: list[Finding], left: int) -> list[Finding]:
    """Let the last finding say how many were left out."""
    return [*found[:-1], replace(found[-1], more=left)] if left and found else found


def _one_each(problems: Iterable[Problem]) -> list[Problem]:
    """Leave one problem with a value that breaks several keywords: the plainest, and of two bounds the first, ours."""
    plainest: dict[object, Problem] = {}
    for number, problem in enumerate(problems):
        key = (problem.pointer, problem.on_key) if problem.keyword in _PLAINEST else number
        before = plainest.setdefault(key, problem)
        if before is not problem and _PLAINEST.index(problem.keyword) < _PLAINEST.index(before.keyword):
            plainest[key] = problem
    return list(plainest.values())


def _problem(document: Document, kind: str, error: jsonschema_rs.ValidationError) -> Problem:
    pointer: Pointer = tuple(error.instance_path)
    on_key = error.kind.name == "propertyNames"
    if on_key:
        error = getattr(error.kind, "error")  # noqa: B009 - the stub does not know it
        pointer = (*pointer, str(error.instance))
    keyword, detail, location = error.kind.name, error.kind.value, str(error.absolute_keyword_location)
    file, _, fragment = location.removeprefix(validators.BASE).partition("#")
    vocabulary = file.removeprefix("vocabularies/").removesuffix(".schema.json") if file.startswith("vocab") else None
    return Problem(
        document, kind, pointer, keyword, detail, error.instance, _schema(file, fragment), vocabulary, on_key
    )


def _schema(file: str, fragment: str) -> contract.JSON:
    """Return the part of a record schema that holds the violated keyword."""
    found: Any = contract.record_schemas().get(file.removeprefix("records/").removesuffix(".schema.json"), {})
    keyword_at = re.sub(r"/dependentRequired/\d+$", "/dependentRequired", fragment)
    for part in keyword_at.strip("/").split("/")[:-1]:
        found = found[int(part)] if isinstance(found, list) else found.get(part, {})
    return found if isinstance(found, dict) else {}


def _unknown_field(problem: Problem) -> Iterator[Finding]:
    known = list(problem.schema.get("properties", ()))
    for name in problem.detail:
        where = (*problem.pointer, name)
        near = suggest.nearest(name, known)
        advice: str = f"rename it to `{near[0]}`" if near else f"delete it, or use one of {', '.join(known)}"
        if not known:
            advice = "use one of the paths in docs/codebook/fields.md"
        location = problem.document.at(where, key=True)
        yield Finding("S01", location, f"`{name}` is not a field {_of(problem)}", help=advice, field=problem.name)


def _of(problem: Problem) -> str:
    article = "an" if problem.kind[0] in "aeiou" else "a"
    return f"of `{problem.name}`" if problem.pointer else f"of {article} {problem.kind} record"


def _missing(problem: Problem) -> Iterator[Finding]:
    name = str(problem.detail)
    said = problem.schema.get("properties", {}).get(name, {}).get("description", "")
    help = f"add {name}: {said[:1].lower()}{said[1:]}" if said else f"add {name}:"  # noqa: A001
    yield problem.finding("S02", f"the field `{name}` {_of(problem)} is missing", help, key=True)


def _not_a_term(problem: Problem) -> Iterator[Finding]:
    if problem.vocabulary is None:
        yield from _not_allowed(problem)
        return
    terms = contract.terms()[problem.vocabulary]
    near = suggest.nearest(str(problem.value), terms)
    advice = f"write {near[0]}, or another of: {', '.join(terms)}" if near else f"write one of: {', '.join(terms)}"
    yield problem.finding("S03", f"{_shown(problem.value)} is not a term of {problem.vocabulary}", advice)


def _wrong_type(problem: Problem) -> Iterator[Finding]:
    wanted: list[str] = problem.detail if isinstance(problem.detail, list) else [problem.detail]
    words = " or ".join(_TYPES.get(word, word) for word in wanted)
    quote = isinstance(problem.value, int | float) and "string" in wanted and "integer" not in wanted
    advice = f'put it in quotes: "{json.dumps(problem.value)}"' if quote else f"write {words}"
    yield problem.finding("S04", f"{_shown(problem.value)} stands where {words} is due", advice)


def _malformed(problem: Problem) -> Iterator[Finding]:
    hint = str(problem.schema.get("patternErrorMessage", "see docs/codebook/fields.md for how it is written"))
    what = "this key" if problem.on_key else "this field"
    yield problem.finding("S05", f"{_shown(problem.value)} is not written as {what} has to be", hint)


def _no_date(problem: Problem) -> Iterator[Finding]:
    try:
        edtf.parse([problem.value] if problem.detail == "edtf-member" else problem.value)
    except edtf.NotADate as error:
        yield problem.finding("D01", str(error), error.help)


def _too_long(problem: Problem) -> Iterator[Finding]:
    length = len(str(problem.value))
    yield problem.finding(
        "S06",
        f"the text has {length} characters; the most is {problem.detail}",
        "say it in fewer words, or split it",
    )


def _too_few(problem: Problem) -> Iterator[Finding]:
    subject = f"`{problem.name}`" if problem.pointer else "the file"
    message, advice = f"{subject} holds nothing", "fill it, or delete the field: what is left out is unknown"
    if not problem.pointer:
        advice = "write the record, or delete the file"
    elif problem.value:
        message, advice = f"{subject} holds {len(problem.value)}; the least is {problem.detail}", "add what is missing"
    yield problem.finding("S07", message, advice, key=True)


def _too_many(problem: Problem) -> Iterator[Finding]:
    message = f"`{problem.name}` holds {len(problem.value)}; the most is {problem.detail}"
    yield problem.finding("S07", message, "delete what is too many", key=True)


def _out_of_range(problem: Problem) -> Iterator[Finding]:
    bound = "least" if problem.keyword == "minimum" else "most"
    yield problem.finding(
        "S08", f"{_shown(problem.value)} is out of range; the {bound} is {problem.detail}", "check the number"
    )


def _repeated(problem: Problem) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, item in enumerate(problem.value):
        shown = json.dumps(item, ensure_ascii=False)
        if shown in seen:
            where = problem.document.at((*problem.pointer, index))
            yield Finding(
                "S09",
                where,
                f"{_shown(item)} stands twice in `{problem.name}`",
                help="delete one of the two",
                field=problem.name,
            )
        seen.add(shown)


def _no_alternative(problem: Problem) -> Iterator[Finding]:
    wanted = [
        " and ".join(f"`{name}`" for name in choice.get("required", ())) for choice in problem.schema.get("anyOf", ())
    ]
    yield problem.finding(
        "S02", f"{_of(problem)[3:]} has none of {', '.join(wanted)}", f"add {' or '.join(wanted)}", key=True
    )


def _not_allowed(problem: Problem) -> Iterator[Finding]:
    allowed: Sequence[Any] = problem.detail if isinstance(problem.detail, list) else [problem.detail]
    words = ", ".join(str(item) for item in allowed)
    yield problem.finding("S10", f"{_shown(problem.value)} is not allowed here", f"allowed: {words}")


def _shown(value: object) -> str:
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "a group of fields"
    text = json.dumps(value) if isinstance(value, bool) or value is None else str(value)
    return f"`{text if len(text) <= 60 else text[:57] + '...'}`"


_WORDING: Final[dict[str, Callable[[Problem], Iterator[Finding]]]] = {
    "additionalProperties": _unknown_field,
    "anyOf": _no_alternative,
    "const": _not_allowed,
    "enum": _not_allowed,
    "format": _no_date,
    "maximum": _out_of_range,
    "maxLength": _too_long,
    "maxProperties": _too_many,
    "minItems": _too_few,
    "minLength": _too_few,
    "minProperties": _too_few,
    "minimum": _out_of_range,
    "oneOf": _not_a_term,
    "oneOfNotValid": _not_a_term,
    "pattern": _malformed,
    "required": _missing,
    "type": _wrong_type,
    "uniqueItems": _repeated,
}
