"""What each kind of record must and may hold, and how a contributor is told; that the schemas say it all in words."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilat import contract
from bilat.records import files, schema, strict_yaml, typed
from bilat.records.files import File

if TYPE_CHECKING:
    from collections.abc import Iterator

DATASETS = Path(__file__).parents[1] / "datasets"
RECORDS = sorted((found for found in files.walk(DATASETS) if isinstance(found, File)), key=lambda file: file.path)

# What a schema says to people, and what only leads to other parts of it; every other keyword needs a wording.
ANNOTATIONS = {
    "$defs",
    "$schema",
    "description",
    "examples",
    "patternErrorMessage",
    "title",
    "x-codes",
    "x-derived",
    "x-evidence",
    "x-required",
}
APPLICATORS = {"$ref", "else", "if", "items", "patternProperties", "properties", "then"}

SMALLEST = {
    "dataset": (
        "title: Arcadia and Ruritania\n"
        "window: 2021-01-01/2021-12-31\n"
        "sides:\n"
        "  XA: {name: Arcadia, country: XA, capital: arcadia-city, zone: Europe/Berlin}\n"
        "  XR: {name: Ruritania, country: XR, capital: ruritania-city, zone: Europe/Berlin}\n"
        "time_rule: utc\n"
        "counted_settings: [bilateral]\n"
    ),
    "evidence": "source: gazette-report\n",
    "issue": "label: Fish\ndefinition: What swims.\n",
    "meeting": "title: Doe meets Roe\nkind: meeting\nstatus: occurred\ndate: 2021-05-04\nevidence:\n- source: report\n",
    "organization": "name: Ministry\nkind: foreign-ministry\n",
    "participant": "name: Jane Doe\n",
    "place": "name: Harbour Hall\ntype: venue\n",
    "publisher": "name: The Gazette\nkind: newspaper\n",
    "publishers": "gazette: {name: The Gazette, kind: newspaper}\n",
    "coverage": (
        "spring: {feed: Pages, window: 2021-05, query: Doe Roe, run_on: 2022-01-02, read: 7, made: 1, status: read}\n"
    ),
    "leads": "spring-call: {title: Poe called Roe, window: 2021-03, heard: A remark, because: No day is known}\n",
    "reading": "readings:\n- {path: date, verdict: confirmed, read_on: 2022-01-02, method: model-excerpt}\n",
    "retired": "old-call: {successor: new-call}\n",
    "source": "title: Report\npublisher: gazette\nkind: press-report\nlang: en\nseen: {text: whole}\n",
}
REQUIRED = [(kind, name) for kind, found in contract.record_schemas().items() for name in found.get("required", ())]

MEETING, PERSON, PLACE, SOURCE = (SMALLEST[kind] for kind in ("meeting", "participant", "place", "source"))
SAID = "says: {initiated_by: XA}\n"
FILL = "fill it, or delete the field: what is left out is unknown"
FORMULA = "a text does not start with a space or with one of = + - @, which a spreadsheet would take for a formula"
ID = "an id is made of a-z, 0-9 and single hyphens, such as doe-jane"
MODES = "in-person, phone, video, written, via-intermediary, mixed"
LONGITUDE = "longitude in degrees east, WGS 84; never the middle of a country."


@dataclass(frozen=True)
class Case:
    """A record with one fault, the keyword that it violates, and all that is said about it."""

    keyword: str
    kind: str
    text: str
    code: str
    spot: str
    message: str
    help: str


CASES = (
    Case(
        "additionalProperties",
        "participant",
        PERSON + "wikidta: Q1\n",
        "S01",
        "2:1+7",
        "`wikidta` is not a field of a participant record",
        "rename it to `wikidata`",
    ),
    Case(
        "additionalProperties",
        "source",
        SOURCE.replace("text: whole", "text: whole, fullness: 1"),
        "S01",
        "5:21+8",
        "`fullness` is not a field of `seen`",
        "delete it, or use one of on, text",
    ),
    Case(
        "additionalProperties",
        "meeting",
        MEETING + "  says: {participants.XA.doe-jane.rol: head}\n",
        "S01",
        "7:10+28",
        "`participants.XA.doe-jane.rol` is not a field of `evidence.0.says`",
        "delete it, or use one of status, date, date.start, date.end, mode, place, duration, initiated_by, mandated_by,"
        " openness, announced, format",
    ),
    Case(
        "required",
        "participant",
        "# of Arcadia\nborn: 1961\n",
        "S02",
        "2:1+1",
        "the field `name` of a participant record is missing",
        "add name: the name in the usual English press spelling, given name first.",
    ),
    Case(
        "required",
        "source",
        SOURCE + "relays:\n- {source: one, how: quotes}\n- {source: two}\n",
        "S02",
        "8:3+13",
        "the field `how` of `relays.1` is missing",
        "add how: what this document does with it, which decides whether both are one origin.",
    ),
    Case(
        "dependentRequired",
        "place",
        PLACE + "lat: 54.5\n",
        "S02",
        "1:1+1",
        "the field `lon` of a place record is missing",
        f"add lon: {LONGITUDE}",
    ),
    Case(
        "anyOf",
        "meeting",
        MEETING + "- at: p4\n",
        "S02",
        "7:3+1",
        "`evidence.1` has none of `source`, `infers`",
        "add `source` or `infers`",
    ),
    Case(
        "oneOf",
        "meeting",
        MEETING + "mode: vidio\n",
        "S03",
        "7:7+5",
        "`vidio` is not a term of mode",
        f"write video, or another of: {MODES}",
    ),
    Case(
        "oneOf", "meeting", MEETING + "mode: 5\n", "S03", "7:7+1", "`5` is not a term of mode", f"write one of: {MODES}"
    ),
    Case(
        "oneOf",
        "meeting",
        MEETING + "mode:\n",
        "S03",
        "7:6+1",
        "`null` is not a term of mode",
        f"write one of: {MODES}",
    ),
    Case(
        "type",
        "participant",
        "name: 2021\n",
        "S04",
        "1:7+4",
        "`2021` stands where text is due",
        'put it in quotes: "2021"',
    ),
    Case(
        "type",
        "participant",
        "name: true\n",
        "S04",
        "1:7+4",
        "`true` stands where text is due",
        'put it in quotes: "true"',
    ),
    Case("type", "participant", "name: [Jane]\n", "S04", "1:7+6", "a list stands where text is due", "write text"),
    Case("type", "participant", "name:\n", "S04", "1:6+1", "`null` stands where text is due", "write text"),
    Case(
        "type",
        "source",
        SOURCE.replace("{text: whole}", "whole"),
        "S04",
        "5:7+5",
        "`whole` stands where a group of fields is due",
        "write a group of fields",
    ),
    Case(
        "type",
        "participant",
        PERSON + "born: 19.5\n",
        "S04",
        "2:7+4",
        "`19.5` stands where a whole number or text is due",
        "write a whole number or text",
    ),
    Case(
        "pattern",
        "participant",
        "name: '=Jane'\n",
        "S05",
        "1:7+7",
        "`=Jane` is not written as this field has to be",
        FORMULA,
    ),
    Case(
        "pattern",
        "place",
        PLACE + f"part_of: {'Harbour ' * 9}\n",
        "S05",
        "3:10+71",
        f"`{('Harbour ' * 9)[:57]}...` is not written as this field has to be",
        ID,
    ),
    Case(
        "pattern",
        "participant",
        PERSON + "born: 1899-05-04\n",
        "S05",
        "2:7+10",
        "`1899-05-04` is not written as this field has to be",
        "a date lies in the years 1900 to 2099",
    ),
    Case(
        "pattern",
        "evidence",
        "source: gazette-report\ndenies: [mode]\n",
        "S05",
        "2:10+4",
        "`mode` is not written as this field has to be",
        "a member is a path such as participants.XX.id, issues.id, outcomes.id or part_of.id; a value is written with"
        " what it is, such as mode: phone, under says, denies, declines or infers",
    ),
    Case(
        "propertyNames",
        "evidence",
        "source: gazette-report\nas_printed: {Date: Tuesday}\n",
        "S05",
        "2:14+4",
        "`Date` is not written as this key has to be",
        "a path is written field, field.id or field.id.part",
    ),
    Case(
        "propertyNames",
        "publishers",
        "The_Gazette: {name: The Gazette, kind: newspaper}\n",
        "S05",
        "1:1+11",
        "`The_Gazette` is not written as this key has to be",
        ID,
    ),
    Case(
        "maxLength",
        "meeting",
        MEETING.replace("Doe meets Roe", "x" * 91),
        "S06",
        "1:8+91",
        "the text has 91 characters; the most is 90",
        "say it in fewer words, or split it",
    ),
    Case(
        "maxLength",
        "meeting",
        MEETING.replace("Doe meets Roe", "x" * 201),
        "S06",
        "1:8+201",
        "the text has 201 characters; the most is 90",
        "say it in fewer words, or split it",
    ),
    Case("minLength", "participant", "name: ''\n", "S07", "1:1+4", "`name` holds nothing", FILL),
    Case("minItems", "participant", PERSON + "names: []\n", "S07", "2:1+5", "`names` holds nothing", FILL),
    Case("minProperties", "meeting", MEETING + "third: {}\n", "S07", "7:1+5", "`third` holds nothing", FILL),
    Case(
        "minProperties",
        "publishers",
        "{}\n",
        "S07",
        "1:1+2",
        "the file holds nothing",
        "write the record, or delete the file",
    ),
    Case(
        "minProperties",
        "dataset",
        re.sub(r"  XR.*\n", "", SMALLEST["dataset"]),
        "S07",
        "3:1+5",
        "`sides` holds 1; the least is 2",
        "add what is missing",
    ),
    Case(
        "maxProperties",
        "dataset",
        re.sub(r"(  X)R(.*\n)", r"\1R\2\1S\2", SMALLEST["dataset"]),
        "S07",
        "3:1+5",
        "`sides` holds 3; the most is 2",
        "delete what is too many",
    ),
    Case(
        "minimum",
        "place",
        PLACE + "lat: -90.5\nlon: 0\n",
        "S08",
        "3:6+5",
        "`-90.5` is out of range; the least is -90",
        "check the number",
    ),
    Case(
        "maximum",
        "participant",
        PERSON + "born: 2100\n",
        "S08",
        "2:7+4",
        "`2100` is out of range; the most is 2099",
        "check the number",
    ),
    Case(
        "uniqueItems",
        "meeting",
        MEETING + "issues:\n- fish\n- ships\n- fish\n",
        "S09",
        "10:3+4",
        "`fish` stands twice in `issues`",
        "delete one of the two",
    ),
    Case(
        "enum",
        "dataset",
        SMALLEST["dataset"].replace("utc", "local"),
        "S10",
        "6:12+5",
        "`local` is not allowed here",
        "allowed: utc",
    ),
    Case(
        "const",
        "meeting",
        MEETING + "  says: {participants.XA.doe-jane.attendance: sure}\n",
        "S10",
        "7:47+4",
        "`sure` is not allowed here",
        "allowed: expected",
    ),
    Case(
        "format",
        "meeting",
        MEETING.replace("2021-05-04", "2021-05-32"),
        "D01",
        "4:7+10",
        "`2021-05-32` does not exist; May 2021 has 31 days",
        "if only the month is known, write 2021-05; if the day is doubtful, mark it with ?",
    ),
    Case(
        "format",
        "meeting",
        MEETING.replace("2021-05-04", "[2021-05-04, 2021-05-06..]"),
        "D01",
        "4:20+12",
        "`2021-05-06..` leaves an end empty",
        "name both days; for what lasted, write A/B",
    ),
    Case(
        "format",
        "source",
        SOURCE.replace("whole", "whole, on: 0000-01-01"),
        "D01",
        "5:25+10",
        "`0000-01-01` names no year of our calendar",
        "write the year with four digits",
    ),
)


def a(word: str) -> str:
    """Return a word with its article."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def judged(kind: str, text: str) -> list[tuple[str, str, str, str]]:
    """Return what a schema has against a text: code, line:column+width, message and help."""
    found = schema.judge(strict_yaml.read(text.encode(), "a.yaml"), kind)
    return [
        (f.code, f"{f.location.line}:{f.location.column}+{f.location.width}", f.message, f.help)
        for f in sorted(found, key=lambda f: f.location)
    ]


@pytest.mark.parametrize("kind", sorted(contract.record_schemas().keys() - {"common"}))
def test_the_smallest_record_is_enough(kind: str) -> None:
    """For each kind of record there is a smallest one, and its schema accepts it."""
    assert judged(kind, SMALLEST[kind]) == []


@pytest.mark.parametrize("kind", [*files.FOLDERS.values(), *files.SINGLE.values()])
def test_the_smallest_record_becomes_an_object(kind: str) -> None:
    """What a schema accepts can be read into the typed record, at its place."""
    document = strict_yaml.read(SMALLEST[kind].encode(), "a.yaml")
    file = File("a.yaml", "a.yaml", kind, "doe-jane")
    found: Any = [*typed.records_in(file, document), *typed.notes_in(file, document)][0]
    ids = {"publishers": "gazette", "coverage": "spring", "leads": "spring-call", "retired": "old-call"}

    assert ids.get(kind, "doe-jane") == found.id
    assert found.file == "a.yaml"


@pytest.mark.parametrize(("kind", "name"), REQUIRED)
def test_the_smallest_record_holds_no_more_than_it_must(kind: str, name: str) -> None:
    """A required field that is left out is missed, and the finding says what it means."""
    data = strict_yaml.read(SMALLEST[kind].encode(), "a.yaml").data
    text = json.dumps({key: value for key, value in data.items() if key != name})
    meaning = contract.record_schemas()[kind]["properties"][name]["description"]
    advice = f"add {name}: {meaning[0].lower()}{meaning[1:]}"

    assert [("S02", f"the field `{name}` of {a(kind)} record is missing", advice)] == [
        (code, message, said) for code, _, message, said in judged(kind, text)
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.keyword}-{case.kind}")
def test_a_fault_is_worded_so_that_it_can_be_mended(case: Case) -> None:
    """Each keyword of the schemas has one finding, at the exact place, in words of ours, with what to do."""
    assert [(case.code, case.spot, case.message, case.help)] == judged(case.kind, case.text)


def test_the_keys_of_a_map_are_judged_where_they_stand() -> None:
    """A key that is no id is reported at the key and not at its value, beside the faults of the value."""
    text = MEETING + "participants:\n  XA:\n    Doe: {role: head}\n    roe-ivan: {rol: head}\n"
    expected = [("S05", "9:5+3"), ("S01", "10:16+3"), ("S02", "10:5+8")]

    assert sorted(expected) == sorted((code, spot) for code, spot, _, _ in judged("meeting", text))


def test_new_records_are_held_to_their_own_schemas() -> None:
    """A record under `new:` is judged as if it had a file of its own, with positions in this one."""
    text = MEETING + "new:\n  places:\n    small-pier: {name: Small Pier, type: jetty}\n"

    assert [(code, spot) for code, spot, _, _ in judged("meeting", text)] == [("S03", "9:42+5")]


# The schemas themselves.


def every_schema() -> list[tuple[str, Any]]:
    """Return every file of schemas/ as JSON, by path."""
    folder = contract.folder()
    return [
        (path.relative_to(folder).as_posix(), json.loads(path.read_text("utf-8")))
        for path in sorted(folder.rglob("*.json"))
    ]


def parts(found: Any, name: str = "") -> Iterator[tuple[str, contract.JSON]]:  # noqa: ANN401 - JSON is anything
    """Yield a record schema and every schema within it, by the path to it."""
    yield name, found
    for key, value in found.items():
        if key in ("properties", "patternProperties", "$defs"):
            for below, part in value.items():
                yield from parts(part, f"{name}/{below}")
        elif key in ("anyOf", "oneOf"):
            for index, part in enumerate(value):
                yield from parts(part, f"{name}/{key}/{index}")
        elif isinstance(value, dict) and key in (
            "if",
            "then",
            "else",
            "items",
            "additionalProperties",
            "propertyNames",
        ):
            yield from parts(value, f"{name}/{key}")


PARTS = [(f"{kind}{name}", part) for kind, found in contract.record_schemas().items() for name, part in parts(found)]
PROPERTIES = [
    (f"{name}.{field}", field, found) for name, part in PARTS for field, found in part.get("properties", {}).items()
]
TERMS = [(vocabulary, term) for vocabulary in contract.vocabularies().values() for term in vocabulary.terms]


def strings(found: Any, key: str) -> Iterator[str]:  # noqa: ANN401 - JSON is anything
    """Yield every text that stands under a key, anywhere in some JSON."""
    if isinstance(found, dict):
        if isinstance(found.get(key), str):
            yield found[key]
        found = list(found.values())
    if isinstance(found, list):
        for below in found:
            yield from strings(below, key)


def test_every_keyword_that_can_be_violated_has_a_case() -> None:
    """Nothing is written in a record schema for which there is no wording, tested above."""
    used = {keyword for _, part in PARTS for keyword in part} | {"oneOf"}

    assert used - ANNOTATIONS - APPLICATORS == {case.keyword for case in CASES}


def test_every_pattern_says_what_is_due() -> None:
    """Beside each pattern of a record schema stands, in words, what it demands."""
    assert [name for name, part in PARTS if "pattern" in part and "patternErrorMessage" not in part] == []


def test_every_wording_has_a_case() -> None:
    """The codes of what a schema finds are S01 to S10 and D01, and each is tested above."""
    assert {f"S{number:02}" for number in range(1, 11)} | {"D01"} == {case.code for case in CASES}


@pytest.mark.parametrize(("path", "found"), every_schema(), ids=lambda value: value if isinstance(value, str) else "")
def test_no_schema_has_an_address(path: str, found: Any) -> None:  # noqa: ANN401 - JSON is anything
    """No schema has an $id, and each $ref leads to a file and part that exist, so that a clone alone is enough."""
    here = contract.folder() / path
    lost = []
    for reference in strings(found, "$ref"):
        target, _, pointer = reference.partition("#")
        part = json.loads((here.parent / target).resolve().read_text("utf-8")) if target else found
        for step in pointer.strip("/").split("/") if pointer else ():
            part = part.get(step)
            if part is None:
                lost.append(reference)
                break

    assert list(strings(found, "$id")) == []
    assert lost == []


@pytest.mark.parametrize(("name", "field", "found"), PROPERTIES, ids=[name for name, _, _ in PROPERTIES])
def test_every_field_is_described_in_a_sentence(name: str, field: str, found: contract.JSON) -> None:
    """A field's description has at least eight words, ends as a sentence, and says more than its name."""
    description = str(found.get("description", ""))
    words = re.findall(r"[\w'-]+", description.lower())
    small = {
        "a",
        "an",
        "and",
        "as",
        "by",
        "for",
        "in",
        "is",
        "it",
        "its",
        "of",
        "on",
        "that",
        "the",
        "this",
        "to",
        "which",
    }

    assert len(words) >= 8, name
    assert description.endswith(".")
    assert len(set(words) - small - set(re.split(r"[_.]", field))) >= 3


@pytest.mark.parametrize("vocabulary", contract.vocabularies().values(), ids=lambda vocabulary: vocabulary.name)
def test_every_vocabulary_is_described(vocabulary: contract.Vocabulary) -> None:
    """A vocabulary has a title, a description in a sentence, and terms that are ids, each once."""
    assert vocabulary.title
    assert len(vocabulary.description.split()) >= 8
    assert vocabulary.description.endswith(".")
    assert len(set(vocabulary.names)) == len(vocabulary.names)
    assert [name for name in vocabulary.names if not re.fullmatch(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", name)] == []


@pytest.mark.parametrize(("vocabulary", "term"), TERMS, ids=[f"{v.name}-{t.term}" for v, t in TERMS])
def test_every_term_is_defined(vocabulary: contract.Vocabulary, term: contract.Term) -> None:
    """A term has a label and a definition in a sentence, which no other term of the vocabulary has."""
    assert term.title
    assert term.description.endswith(".")
    assert term.description.rstrip(".").lower() not in (term.title.lower(), term.term)
    assert [term] == [other for other in vocabulary.terms if other.description == term.description]


def test_every_vocabulary_is_used_or_derived() -> None:
    """A record schema refers to each vocabulary that records may write, and to none that is derived."""
    written = {
        reference.split("/")[-1].removesuffix(".schema.json")
        for found in contract.record_schemas().values()
        for reference in strings(found, "$ref")
        if "vocabularies/" in reference
    }
    shown = {
        name for path, found in every_schema() if path.startswith("tables/") for name in strings(found, "x-vocabulary")
    }
    derived = {name for name, found in contract.vocabularies().items() if found.derived}

    assert contract.vocabularies().keys() == written | shown | derived
    assert written & derived == set()


# What a schema accepts never breaks the step after it.

ODD = (
    *("2.0", "3.5", "-0", "0", "true", "null", "''", "[]", "{}", "[a]", "{a: 1}", "head", "id-1", "p4", "XA"),
    *("0000", "0000-01-01", "9999-12-31", "2021.0", "['2021', 2022]", "[2021..2022]", "../2021", "2021/..", "1/2"),
)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(RECORDS), st.data())
def test_what_is_accepted_is_read(file: File, data: st.DataObject) -> None:
    """A real record with one value exchanged is either refused by its schema or read into typed records."""
    text = file.read().decode()
    before = strict_yaml.read(text.encode(), file.path)
    lines = text.split("\n")
    mark = data.draw(st.sampled_from([before.values[pointer] for pointer in before.values if pointer]))
    line = lines[mark.line - 1]
    lines[mark.line - 1] = (
        f"{line[: mark.column - 1]}{data.draw(st.sampled_from(ODD))}{line[mark.column - 1 + mark.width :]}"
    )
    try:
        document = strict_yaml.read("\n".join(lines).encode(), file.path)
    except strict_yaml.Unreadable:
        return
    findings = schema.judge(document, file.kind)

    assert findings or [*typed.records_in(file, document), *typed.notes_in(file, document)] != []
    assert [found for found in findings if found.location.line > len(lines)] == []
