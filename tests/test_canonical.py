"""The one form in which records are written: what it looks like, and that it changes no value and loses no comment."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bilat import contract
from bilat.records import canonical, files, strict_yaml
from bilat.records.files import File

if TYPE_CHECKING:
    from bilat.records.document import Tree

ROOT = Path(__file__).parents[1]
WORLD = Path(__file__).parent / "world"
RECORDS = [found for found in files.walk(ROOT / "datasets") if isinstance(found, File)]
KINDS = sorted({*files.FOLDERS.values(), *files.SINGLE.values()})
WIDTH = 120


def form(text: str, kind: str = "meeting") -> str:
    """Return the canonical form of a text."""
    return canonical.form(text.encode(), "some.yaml", kind)


def data(text: str) -> str:
    """Return what a text says, so that 1, 1.0 and true differ and the order of fields does not matter."""
    return json.dumps(strict_yaml.read(text.encode(), "some.yaml").data, sort_keys=True)


FORMS: dict[str, tuple[str, str, str]] = {
    "order": (
        "meeting",
        "date: 2021-05-04\nkind: meeting\nodd: 1\ntitle: Talk\n",
        "title: Talk\nkind: meeting\ndate: 2021-05-04\nodd: 1\n",
    ),
    "order-of-evidence": (
        "meeting",
        "evidence:\n  - supports: [issues.fish]\n    at: lead\n    said_on: 2021\n    voice: doe-jane\n    via: self\n"
        "    says: {mode: phone, issues.fish: raised, status: occurred}\n    source: gazette\n",
        "evidence:\n- source: gazette\n  via: self\n  voice: doe-jane\n  said_on: 2021\n  at: lead\n"
        "  says: {status: occurred, mode: phone, issues.fish: raised}\n  supports: [issues.fish]\n",
    ),
    "order-below-new": (
        "meeting",
        "new: {sources: {a: {kind: book, title: A}}, publishers: {p: {kind: agency, name: P}}}\n",
        "new:\n  sources:\n    a:\n      title: A\n      kind: book\n  publishers:\n    p: {name: P, kind: agency}\n",
    ),
    "ids-keep-their-order": ("meeting", "third: {b: host, a: party}\n", "third: {b: host, a: party}\n"),
    "sides-on-lines": (
        "meeting",
        "participants: {XR: {roe-ivan: {role: head}}, XA: {doe-jane: member}}\n",
        "participants:\n  XR: {roe-ivan: {role: head}}\n  XA: {doe-jane: member}\n",
    ),
    "outcomes-on-lines": (
        "meeting",
        "outcomes: {a: {text: T, type: handover}}\ntallies: {b: {n: 1, unit: call}}\n",
        "outcomes:\n  a:\n    type: handover\n    text: T\ntallies:\n  b: {unit: call, n: 1}\n",
    ),
    "short-ones-in-brackets": (
        "source",
        "seen:\n  on: 2021-05-04\n  text: whole\n",
        "seen: {on: 2021-05-04, text: whole}\n",
    ),
    "several-maps-on-lines": (
        "source",
        "relays: [{how: cites, source: a}, {source: b, how: cites}]\n",
        "relays:\n- {source: a, how: cites}\n- {source: b, how: cites}\n",
    ),
    "long-ones-on-lines": (
        "meeting",
        f"issues: [{', '.join(f'some-issue-{number}' for number in range(9))}]\n",
        "issues:\n" + "".join(f"- some-issue-{number}\n" for number in range(9)),
    ),
    "publishers-one-a-line": (
        "publishers",
        f"b: {{name: B}}\na:\n  kind: agency\n  name: {'A ' * 70}Z\n",
        f"a: {{name: {'A ' * 70}Z, kind: agency}}\nb: {{name: B}}\n",
    ),
    "quotes": (
        "meeting",
        "title: \"it's\"\nkind: 'NO'\nstatus: '12'\ndate: 'a: b'\nmode: 'x #y'\nplace: 'true'\n"
        "issues: ['a, b', \"c'd, e\"]\n",
        "title: it's\nkind: NO\nstatus: '12'\ndate: 'a: b'\nmode: 'x #y'\nplace: 'true'\nissues: ['a, b', 'c''d, e']\n",
    ),
    "numbers-as-written": (
        "place",
        "lat: 46.20\nlon: 6\nname: ~\npart_of:\n",
        "name: null\npart_of: null\nlat: 46.20\nlon: 6\n",
    ),
    "folded": (
        "issue",
        f"definition: >\n  {('word ' * 30).strip()}\n",
        f'definition: "{("word " * 21).strip()}\n  {("word " * 9).strip()}\\n"\n',
    ),
    "folded-plain": (
        "issue",
        f"definition: {'word ' * 30}\n",
        f"definition: {('word ' * 21).strip()}\n  {('word ' * 9).strip()}\n",
    ),
    "a-long-word-stays": ("source", f"url:\n  https://{'x' * 130}\n", f"url: https://{'x' * 130}\n"),
    "spaces-and-ends": ("place", "\n\nname:    X   \r\n\r\ntype: city   \r\n\r\n...\n", "name: X\ntype: city\n"),
    "comment-above": (
        "place",
        "# on top\n\n# of type\ntype: city\n   # of name\nname: X\n# last",
        "# on top\n\n# of name\nname: X\n# of type\ntype: city\n# last\n",
    ),
    "comment-beside": (
        "place",
        "type: city # t\nname: X# no comment\nnames: # n\n- {text: Y, lang: en} # y\n",
        "name: X# no comment\nnames:  # n\n- {text: Y, lang: en}  # y\ntype: city  # t\n",
    ),
    "comment-in-brackets": (
        "meeting",
        "issues: [a, # of a\n  # of b\n  b] # of all\n",
        "issues:  # of all\n- a  # of a\n# of b\n- b\n",
    ),
    "comment-that-does-not-fit": (
        "place",
        f"name: X # {'long ' * 25}\n",
        f"# {('long ' * 25).strip()}\nname: X\n",
    ),
    "comment-of-an-item": (
        "meeting",
        "evidence:\n# of the item\n- voice: v # of v\n  # of the source\n  source: s\n",
        "evidence:\n# of the item\n# of the source\n- source: s\n  voice: v  # of v\n",
    ),
    "comment-of-a-block": (
        "place",
        "name: | # of name\n  X # text\n# of type\ntype: city\n",
        'name: "X # text\\n"  # of name\n# of type\ntype: city\n',
    ),
    "comment-for-editors": (
        "place",
        "# yaml-language-server: $schema=x\ntype: city\nname: X\n",
        "# yaml-language-server: $schema=x\n\nname: X\ntype: city\n",
    ),
}


@pytest.mark.parametrize(("kind", "text", "expected"), FORMS.values(), ids=FORMS)
def test_the_form_is_this(kind: str, text: str, expected: str) -> None:
    """Fields stand in the schema's order, short groups in brackets, long texts on several lines, comments by theirs."""
    made = form(text, kind)

    assert made == expected
    assert form(made, kind) == expected


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: file.path)
def test_every_record_of_ours_keeps_its_values(file: File) -> None:
    """The form of a real record says the same, is its own form, and has no line that is too long for no reason."""
    text = file.read().decode()
    made = form(text, file.kind)
    long = [line for line in made.split("\n") if len(line) > WIDTH and file.kind != "publishers"]

    assert data(made) == data(text)
    assert form(made, file.kind) == made
    assert [line for line in long if not re.fullmatch(r" *(?:- )?(?:[a-z_]+: )?\S+", line)] == []


def test_the_invented_world_is_in_canonical_form() -> None:
    """What tests and documentation show is written as records are."""
    world = [found for found in files.walk(WORLD) if isinstance(found, File)]
    odd = [file.path for file in world if form(file.read().decode(), file.kind) != file.read().decode()]

    assert odd == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_place_with_a_form_of_its_own_exists(kind: str) -> None:
    """A record of any kind is walked by its schema; a schema that moves does not take the layout with it."""
    assert form("odd: {a: [1]}\n", kind).startswith("odd:")
    assert kind in contract.record_schemas()


WORDS = [
    *("a", "x y", "it's", "1", "01", "1.50", "true", "null", "~", "2021-05-04", "../179", "-", "- x", "? y", "k: v"),
    *(
        "x #y",
        "#",
        "",
        " ",
        "a  b",
        "[",
        "a, b",
        "{c}",
        "é",
        "Ж" * 40,
        "word " * 40,
        "w" * 130,
        "l1\nl2",
        "%",
        "`",
        "@",
    ),
]
TEXTS = st.one_of(st.sampled_from(WORDS), st.text(st.characters(codec="ascii", exclude_categories=["C"]), max_size=40))
SCALARS = st.one_of(TEXTS, st.integers(-(10**9), 10**9), st.booleans(), st.none(), st.sampled_from([0.5, 46.2, -3.25]))
FIELDS = sorted({name for schema in contract.record_schemas().values() for name in schema.get("properties", ())})
KEYS = st.one_of(st.sampled_from(FIELDS), st.sampled_from(["XA", "doe-jane", "issues.fish", "null", "1"]), TEXTS)
TREES = st.recursive(
    SCALARS,
    lambda below: st.one_of(st.lists(below, max_size=4), st.dictionaries(KEYS, below, max_size=5)),
    max_leaves=20,
)


@st.composite
def shaped(draw: st.DrawFn, schema: contract.JSON, name: str, depth: int = 0) -> Tree:
    """Draw something with the fields that a schema has, whether or not it accepts what is in them."""
    while "$ref" in schema:
        file, _, fragment = schema["$ref"].partition("#")
        if file.startswith(".."):
            return draw(SCALARS)
        name = file.removesuffix(".schema.json") or name
        schema = contract.record_schemas()[name]
        for part in fragment.strip("/").split("/") if fragment else ():
            schema = schema[part]
    schema = {**schema, **schema.get("then", {})}
    if depth > 6 or not {"properties", "items", "additionalProperties"} & set(schema):
        return draw(SCALARS)
    if "items" in schema:
        return [draw(shaped(schema["items"], name, depth + 1)) for _ in range(draw(st.integers(0, 3)))]
    found: dict[str, Any] = {}
    for field, below in schema.get("properties", {}).items():
        if draw(st.integers(0, depth + 1)) == 0:
            found[field] = draw(shaped(below, name, depth + 1))
    if isinstance(more := schema.get("additionalProperties"), dict):
        found |= {key: draw(shaped(more, name, depth + 1)) for key in draw(st.lists(KEYS, max_size=2, unique=True))}
    names = draw(st.permutations(list(found)))
    return {key: found[key] for key in names}


def styled(tree: Tree, style: str | None, flow: bool | None, width: int) -> str:
    """Write data as somebody else would; in quotes everything is text."""
    text: str = yaml.safe_dump(
        texts(tree) if style else tree,
        default_style=style,
        default_flow_style=flow,
        width=width,
        allow_unicode=True,
        sort_keys=False,
    )
    return text


def texts(tree: Tree) -> Tree:
    """Return data in which every scalar is a text."""
    if isinstance(tree, dict):
        return {key: texts(below) for key, below in tree.items()}
    return [texts(below) for below in tree] if isinstance(tree, list) else str(tree)


STYLES = st.tuples(
    st.sampled_from([None, "'", '"', "|", ">"]), st.sampled_from([None, True, False]), st.integers(20, 200)
)


@settings(max_examples=150, deadline=None)
@given(kind=st.sampled_from(KINDS), found=st.data(), style=STYLES)
def test_no_value_changes_and_twice_is_once(kind: str, found: st.DataObject, style: Any) -> None:  # noqa: ANN401
    """Whatever is written, in whatever style: the form says the same, and is the form of itself."""
    tree = found.draw(
        st.one_of(shaped(contract.record_schemas()[kind], kind), st.dictionaries(KEYS, TREES, max_size=5))
    )
    text = styled(tree if isinstance(tree, dict) else {"x": tree}, *style)
    try:
        before = data(text)
    except strict_yaml.Unreadable:
        return
    made = form(text, kind)

    assert data(made) == before
    assert form(made, kind) == made
    assert made.endswith("\n")
    assert not made.endswith("\n\n")


def commented(text: str, spots: list[tuple[int, int]]) -> tuple[str, list[str]]:
    """Put comments into a text, at the ends of lines or between them."""
    lines, made = text.split("\n"), []
    for number, (spot, way) in enumerate(spots):
        comment, line = f"# c{number}" + " long" * (way % 2 * 25), spot % len(lines)
        made.append(comment)
        if way < 4:
            lines[line] += f" {comment}"
        elif way < 8:
            lines.insert(line, " " * way + comment)
        else:
            lines[line] = re.sub(r"([,{\[]) ?(?=\S)", rf"\1 {comment}\n        ", lines[line], count=1)
            made = made if comment in lines[line] else made[:-1]
    return "\n".join(lines), made


SPOTS = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 9)), min_size=1, max_size=6)


@settings(max_examples=200, deadline=None)
@given(file=st.sampled_from([file for file in RECORDS if file.kind != "coverage"]), spots=SPOTS)
def test_no_comment_is_lost_wherever_it_stood(file: File, spots: list[tuple[int, int]]) -> None:
    """Comments put anywhere into real records are all there afterwards, once each, and the values are untouched."""
    text = file.read().decode()
    strewn, comments = commented(text, spots)
    try:
        if data(strewn) != data(text):  # inside of a quoted text it is no comment
            return
    except strict_yaml.Unreadable:
        return
    made = form(strewn, file.kind)
    found = re.findall(r"# c\d+(?: long)*", made)

    assert sorted(found) == sorted(comments)
    assert data(made) == data(text)
    assert form(made, file.kind) == made


@settings(max_examples=200, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(
            ["a", "b: ", "- ", "\n", "\n  ", "[", "]", "{", "}", ", ", "'q'", "|\n  t\n", " # c", "1", "? "]
        )
    )
)
def test_any_text_that_can_be_read_has_a_form(words: list[str]) -> None:
    """However oddly a text is put together: it is refused by the reader, or its form says the same."""
    text = "k: " + "".join(words)
    try:
        before = data(text)
    except strict_yaml.Unreadable:
        return

    assert data(form(text)) == before
    assert form(form(text)) == form(text)


def test_positions_in_the_form_are_those_of_its_text() -> None:
    """A finding about a formatted record points at what it names."""
    text = form("evidence:\n- {says: {place: harbour, status: occurred}, source: gazette}\ntitle: Talk\n")
    document = strict_yaml.read(text.encode(), "some.yaml")
    lines = text.split("\n")

    for pointer, word in {("title",): "Talk", ("evidence", 0, "says", "place"): "harbour"}.items():
        where = document.at(pointer)

        assert lines[where.line - 1][where.column - 1 :][: where.width] == word


def test_what_cannot_be_read_has_no_form() -> None:
    """A file with a fault of syntax is refused with the reader's own finding."""
    with pytest.raises(strict_yaml.Unreadable, match="key `a` appears twice"):
        form("a: 1\na: 2\n")


def test_what_could_not_be_read_afterwards_stays_as_it_is() -> None:
    """A key that is too long for a line of YAML is left where it is, with everything around it."""
    text = f"b: 1\n? {'k' * 2000}\n: 2\na:   3\n"

    assert form(text) == text
