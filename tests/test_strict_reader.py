"""What the strict reader refuses, where it says so, what it leaves as text, and that no bytes can break it."""

from __future__ import annotations

import json
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilat.records import files, strict_yaml
from bilat.records.files import File

if TYPE_CHECKING:
    from bilat.findings import Finding
    from bilat.records.document import Document, Pointer, Tree

DATASETS = Path(__file__).parents[1] / "datasets"
RECORDS = sorted(found.full for found in files.walk(DATASETS) if isinstance(found, File))
DEPTHS = 60_000

TAG = "a tag stands here: "
ANCHOR = "an anchor or alias named "
UNSEEN = "an unseen character stands here: "
ESCAPED = "an escape in this text writes an unseen character"
KEY = "a list or mapping stands where a field's name is due"
ROOT = "the file holds a list or a single value, not fields"
SYNTAX = "YAML cannot be read from here: "
DEEP = "values are nested more than 24 deep"
LAUGHS = "a: &a [ha, ha]\n" + "".join(f"{b}: &{b} [{f'*{a}, ' * 9}]\n" for a, b in pairwise("abcdefghi"))

REFUSED: dict[str, tuple[str | bytes, str, str, str]] = {
    "latin-1": (b"a: x\nb: caf\xe9\n", "Y01", "2:7", "byte 0xe9 is not UTF-8"),
    "utf-16": ("a: x\n".encode("utf-16"), "Y01", "1:1", "byte 0xff is not UTF-8"),
    "half-a-letter": ("a: Ж".encode()[:-1], "Y01", "1:4", "byte 0xd0 is not UTF-8"),
    "key-twice": ("a: 1\nb: 2\na: 1\n", "Y02", "3:1", "key `a` appears twice; the first is on line 1"),
    "key-twice-below": ("a:\n  b: 1\n  b: 2\n", "Y02", "3:3", "key `b` appears twice; the first is on line 2"),
    "key-twice-in-list": ("a:\n- {b: 1, b: 1}\n", "Y02", "2:10", "key `b` appears twice; the first is on line 2"),
    "key-twice-quoted": ("a: 1\n'a': 2\n", "Y02", "2:1", "key `a` appears twice; the first is on line 1"),
    "bom": (b"\xef\xbb\xbfa: 1\n", "Y03", "1:1", "the file starts with a byte order mark"),
    "bom-within": ("a: x\ufeff\n", "Y04", "1:5", UNSEEN + "U+FEFF, zero width no-break space"),
    "nul": ("a: 1\nb: \0\n", "Y04", "2:4", UNSEEN + "U+0000, control character"),
    "carriage-return": ("a: 1\rb: 2\n", "Y04", "1:5", UNSEEN + "U+000D, control character"),
    "next-line": ("a: x\x85b: 2\n", "Y04", "1:5", UNSEEN + "U+0085, control character"),
    "line-separator": ("a: x\u2028b: 2\n", "Y04", "1:5", UNSEEN + "U+2028, line separator"),
    "bidi-override": ("# note\na: x\u202ey\n", "Y04", "2:5", UNSEEN + "U+202E, right-to-left override"),
    "bidi-isolate": ("a: \u2066x\n", "Y04", "1:4", UNSEEN + "U+2066, left-to-right isolate"),
    "arabic-mark": ("a: \u061cx\n", "Y04", "1:4", UNSEEN + "U+061C, arabic letter mark"),
    "zero-width-space": ("a: x\u200by\n", "Y04", "1:5", UNSEEN + "U+200B, zero width space"),
    "soft-hyphen": ("a: x\xady\n", "Y04", "1:5", UNSEEN + "U+00AD, soft hyphen"),
    "hangul-filler": ("a: \u3164\n", "Y04", "1:4", UNSEEN + "U+3164, hangul filler"),
    "variation-selector": ("a: x\ufe0f\n", "Y04", "1:5", UNSEEN + "U+FE0F, variation selector-16"),
    "tag-character": ("a: x\U000e0041\n", "Y04", "1:5", UNSEEN + "U+E0041, tag latin capital letter a"),
    "replacement": ("a: \ufffd\n", "Y04", "1:4", UNSEEN + "U+FFFD, replacement character"),
    "escaped-nul": ('a: "x\\0"\n', "Y04", "1:4", ESCAPED),
    "escaped-bidi": ('a: 1\nb: "x\\u202ey"\n', "Y04", "2:4", ESCAPED),
    "escaped-tab": ('a: "x\\ty"\n', "Y04", "1:4", ESCAPED),
    "escaped-return": ('a: "x\\r\\ny"\n', "Y04", "1:4", ESCAPED),
    "escaped-combining": ('a: "e\\u0301"\n', "Y04", "1:4", ESCAPED),
    "escaped-in-key": ('a: 1\n"b\\u202ec": 1\n', "Y04", "2:1", ESCAPED),
    "tab": ("a: 1\nb:\tx\n", "Y05", "2:3", "a tab stands here"),
    "tab-in-quotes": ("a: 'x\ty'\n", "Y05", "1:6", "a tab stands here"),
    "colon-in-text": ("a: b: c\n", "Y06", "1:5", SYNTAX + "mapping values are not allowed in this context"),
    "open-list": ("a: [\n\n", "Y06", "1:5", SYNTAX + "did not find expected node content"),
    "open-quote": ("a: 'x\n", "Y06", "1:6", SYNTAX + "found unexpected end of stream"),
    "surrogate": ('a: "\\ud800"\n', "Y06", "1:7", SYNTAX + "found invalid Unicode character escape code"),
    "anchor": ("a: &x 1\n", "Y07", "1:4", ANCHOR + "`x` stands here"),
    "anchor-on-fields": ("&x\na: 1\n", "Y07", "1:1", ANCHOR + "`x` stands here"),
    "anchor-on-key": ("a: 1\n&x b: 1\n", "Y07", "2:1", ANCHOR + "`x` stands here"),
    "alias": ("a: 1\nb: *x\n", "Y07", "2:4", ANCHOR + "`x` stands here"),
    "alias-as-key": ("*x : 1\n", "Y07", "1:1", ANCHOR + "`x` stands here"),
    "alias-merged": ("a: {<<: *x}\n", "Y07", "1:9", ANCHOR + "`x` stands here"),
    "billion-laughs": (LAUGHS, "Y07", "1:4", ANCHOR + "`a` stands here"),
    "tag-of-yaml": ("a: !!str 1\n", "Y08", "1:4", TAG + "`tag:yaml.org,2002:str`"),
    "tag-of-python": ("a: !!python/none x\n", "Y08", "1:4", TAG + "`tag:yaml.org,2002:python/none`"),
    "tag-of-ones-own": ("a: 1\nb: !env x\n", "Y08", "2:4", TAG + "`!env`"),
    "tag-bare": ("a: ! 5\n", "Y08", "1:4", TAG + "`!`"),
    "tag-on-list": ("a: ! [5]\n", "Y08", "1:4", TAG + "`!`"),
    "tag-on-key": ("a: 1\n!x b: 1\n", "Y08", "2:1", TAG + "`!x`"),
    "tag-bare-on-key": ("a: 1\n! b: 1\n", "Y08", "2:1", TAG + "`!`"),
    "tag-on-root": ("!!map\na: 1\n", "Y08", "1:1", TAG + "`tag:yaml.org,2002:map`"),
    "two-documents": ("a: 1\n---\nb: 2\n", "Y09", "2:1", "a second document starts here"),
    "two-documents-ended": ("a: 1\n...\n---\nb: 2\n", "Y09", "3:1", "a second document starts here"),
    "no-bytes": ("", "Y10", "1:1", "the file holds nothing"),
    "blank-lines": ("\n\n", "Y10", "1:1", "the file holds nothing"),
    "comment-only": ("# to do\n", "Y10", "1:1", "the file holds nothing"),
    "deep-list": ("a: " + "[" * 24 + "]" * 24, "Y11", "1:27", DEEP),
    "deep-list-by-events": ("a: " + "[" * 24 + "'&'" + "]" * 24, "Y11", "1:27", DEEP),
    "very-deep-list": ("a: " + "[" * DEPTHS, "Y11", "1:27", DEEP),
    "very-deep-fields": ("{a: " * DEPTHS, "Y11", "1:97", DEEP),
    "very-deep-pairs": ("a: " + "[? " * DEPTHS, "Y11", "1:38", DEEP),
    "very-deep-compact": ("- " * DEPTHS, "Y11", "1:49", DEEP),
    "very-deep-keys": ("? " * DEPTHS, "Y11", "1:49", DEEP),
    "deep-compact": ("- " * 1_990 + "a\n", "Y11", "1:49", DEEP),
    "deep-block": ("\n".join(" " * depth + "a:" for depth in range(700)), "Y11", "25:25", DEEP),
    "deep-block-list": ("\n".join(" " * depth + "-" for depth in range(700)), "Y11", "25:25", DEEP),
    "large": ("#" * (256 * 1024 + 1), "Y12", "1:1", "the file has 262,145 bytes; the most is 262,144"),
    "decomposed": ("a: 1\nb: e\u0301\n", "Y14", "2:4", "`é` is written in a form that is not composed (from U+0065)"),
    "decomposed-after-a-mark": (
        "a: x\u0302 e\u0301\n",
        "Y14",
        "1:7",
        "`é` is written in a form that is not composed (from U+0065)",
    ),
    "conjoining": ("a: \u1100\u1161\n", "Y14", "1:4", "`가` is written in a form that is not composed (from U+1100)"),
    "angstrom": ("a: \u212b\n", "Y14", "1:4", "`Å` is written in a form that is not composed (from U+212B)"),
    "list-as-file": ("# all\n- a\n", "Y15", "2:1", ROOT),
    "text-as-file": ("NO\n", "Y15", "1:1", ROOT),
    "nothing-in-a-document": ("---\n", "Y15", "1:4", ROOT),
    "list-as-key": ("? [a]\n: b\n", "Y16", "1:3", KEY),
    "fields-as-key": ("a:\n  {b: 1}: c\n", "Y16", "2:3", KEY),
}  # fmt: skip

TEXT = (
    "NO", "no", "on", "off", "yes", "y", "True", "TRUE", "Null", "NULL", "12:30", "010", "00", "1_000", "0x10", "0o7",
    "+1", "1.", ".5", "1e3", ".inf", ".nan", "2021-11-02", "2021-06", "2021-11-02T10:00:00Z", "1/2", "..", "=", "<<",
    "1234567890123456", "0.1234567890123456", "١٢", "nothing", "a&b", "a*b", "a!b", "a#b", "a:b",
)  # fmt: skip
VALUES: dict[str, Tree] = {
    "true": True,
    "false": False,
    "null": None,
    "~": None,
    "": None,
    "0": 0,
    "-0": 0,
    "2021": 2021,
    "-5": -5,
    "123456789012345": 123456789012345,
    "55.75": 55.75,
    "-0.5": -0.5,
    "3.0": 3,
    "'5'": "5",
    '"true"': "true",
    "''": "",
    "|\n  b\n  c": "b\nc\n",
    ">\n  b\n  c": "b c\n",
    "b\n  c": "b c",
    '"\\u0416"': "Ж",
    "[]": [],
    "{}": {},
}


def read(text: str) -> Document:
    """Read one invented file."""
    return strict_yaml.read(text.encode(), "a.yaml")


def refusal(raw: str | bytes) -> Finding:
    """Return the finding with which one invented file is refused."""
    with pytest.raises(strict_yaml.Unreadable) as caught:
        strict_yaml.read(raw.encode() if isinstance(raw, str) else raw, "a.yaml")
    return caught.value.finding


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_record_needs_is_refused_where_it_stands(name: str) -> None:
    """Each thing that the reader refuses has one code, one position, one message, and advice."""
    raw, code, spot, message = REFUSED[name]
    found = refusal(raw)

    assert (code, f"a.yaml:{spot}", message) == (found.code, str(found.location), found.message)
    assert found.help


def test_every_code_of_the_reader_has_a_case() -> None:
    """No refusal of the reader is without a case here; the codes of misplaced files have theirs below."""
    of_files = {"Y13", "Y17", "Y18"}

    assert {f"Y{number:02}" for number in range(1, 19)} == {code for _, code, _, _ in REFUSED.values()} | of_files


def test_the_second_of_two_keys_is_marked_whole() -> None:
    """A repeated key is marked over its whole width, quotes included."""
    assert len("'doe-jane'") == refusal("doe-jane: 1\n'doe-jane': 2\n").location.width


def test_a_file_of_exactly_the_most_is_read() -> None:
    """The bounds of size and depth are themselves allowed."""
    text = "a: " + "[" * 23 + "b" + "]" * 23 + "\n"

    assert read(text + "#" * (256 * 1024 - len(text))).data


@pytest.mark.parametrize("word", TEXT)
def test_what_yaml_would_reinterpret_stays_text(word: str) -> None:
    """No word becomes a truth value, a number, a time or a date that its writer did not mean."""
    assert {"a": word} == read(f"a: {word}\n").data
    assert {word: 1} == read(f"{word}: 1\n").data


@pytest.mark.parametrize("written", VALUES)
def test_what_a_record_needs_is_understood(written: str) -> None:
    """Whole and decimal numbers, true, false, null and every style of text mean what they say."""
    found = read(f"a: {written}\n").data["a"]

    assert (VALUES[written], type(VALUES[written])) == (found, type(found))


@pytest.mark.parametrize(
    "text", ["---\na: 1\n", "a: 1\n...\n", "a: 1\r\n", "a: 1", "\n\na: 1 # one\n", "%YAML 1.1\n---\na: 1"]
)
def test_harmless_frames_are_read(text: str) -> None:
    """A start or end of the document, a comment, Windows line ends and a missing last one change nothing."""
    assert read(text).data == {"a": 1}


def test_what_is_absent_stands_at_the_nearest_thing_around_it() -> None:
    """The position of a field that is missing is that of what it is missing from."""
    document = read("# note\na: 1\nb:\n- c: 2\n- d: 3\n")

    assert str(document.at(("x",))) == "a.yaml:2:1"
    assert str(document.at(("b", 7))) == "a.yaml:3:1"
    assert str(document.at(("b", 1, "x"))) == "a.yaml:5:3"
    assert str(document.at(("b", 1, "x"), key=True)) == "a.yaml:5:3"
    assert str(document.at(("b", 1, "d"), key=True)) == "a.yaml:5:3"
    assert str(document.at(("b", 1, "d"))) == "a.yaml:5:6"


# A small renderer of block YAML, so that the reader is measured against something that is not PyYAML.

LETTERS = "abcЖшéç日😀 '\":#-&*!|>[]{},%@`?0123456789.~=<+\\"
SCALARS: st.SearchStrategy[Tree] = (
    st.none()
    | st.booleans()
    | st.integers(-(10**14), 10**14)
    | st.integers(-(10**6), 10**6).map(lambda hundredths: hundredths / 100)
    | st.text(LETTERS, max_size=12)
)
TREES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(st.text(LETTERS, max_size=8), below, max_size=4),
    max_leaves=15,
)
FILES = st.dictionaries(st.text(LETTERS, max_size=8), TREES, min_size=1, max_size=4)


def scalar(value: Tree) -> str:
    """Write a scalar: text in quotes of one kind or the other, all else as it is."""
    if isinstance(value, str):
        doubled = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{doubled}"' if "'" in value else f"'{value}'"
    return json.dumps(value)


def block(value: Tree, indent: str = "") -> list[str]:
    """Write a list or fields as lines of block YAML."""
    if isinstance(value, dict):
        entries = [(f"{indent}{scalar(key)}:", below) for key, below in value.items()]
    else:
        entries = [(f"{indent}-", below) for below in value] if isinstance(value, list) else []
    lines = []
    for head, below in entries:
        if isinstance(below, dict | list) and below:
            lines += [head, *block(below, indent + "  ")]
        else:
            empty = "{}" if isinstance(below, dict) else "[]"
            lines.append(f"{head} {empty if isinstance(below, dict | list) else scalar(below)}")
    return lines


def scalars(value: Tree, pointer: Pointer = ()) -> dict[Pointer, Tree]:
    """Return every scalar of some data by its pointer."""
    if isinstance(value, dict):
        return {at: leaf for key, below in value.items() for at, leaf in scalars(below, (*pointer, key)).items()}
    if isinstance(value, list):
        return {at: leaf for index, below in enumerate(value) for at, leaf in scalars(below, (*pointer, index)).items()}
    return {pointer: value}


def marked(document: Document, lines: list[str], pointer: Pointer, *, key: bool = False) -> str:
    """Return the text at the position of a value or key."""
    spot = document.at(pointer, key=key)
    return lines[spot.line - 1][spot.column - 1 : spot.column - 1 + spot.width]


@settings(max_examples=300, deadline=None)
@given(FILES)
def test_what_is_written_is_read_back_where_it_was_written(data: dict[str, Tree]) -> None:
    """Any data written as YAML is read back equal, and each key and scalar has the position of its text."""
    lines = block(data)
    document = read("\n".join(lines) + "\n")
    found = scalars(data)

    assert data == document.data
    assert {at: scalar(leaf) for at, leaf in found.items()} == {at: marked(document, lines, at) for at in found}
    assert [scalar(str(at[-1])) for at in document.keys] == [
        marked(document, lines, at, key=True) for at in document.keys
    ]
    assert {at for at in document.values if at and isinstance(at[-1], str)} == document.keys.keys()


def outside(raw: bytes) -> list[tuple[int, int]]:
    """Read anything and return the positions, of the refusal or of any key or value, that lie beyond its end."""
    lines = raw.decode("utf-8", "replace").split("\n")
    try:
        document = strict_yaml.read(raw, "a.yaml")
    except strict_yaml.Unreadable as error:
        spots = [(error.finding.location.line, error.finding.location.column)]
    else:
        spots = [(mark.line, mark.column) for mark in (*document.values.values(), *document.keys.values())]
    return [(line, column) for line, column in spots if line > len(lines) or column > len(lines[line - 1]) + 1]


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_within_the_file(raw: bytes) -> None:
    """Whatever the bytes, the reader gives a document or one finding, and points inside of the file."""
    assert outside(raw) == []


PIECES = (
    *LETTERS,
    "\n",
    "\n  ",
    "\n- ",
    "\n---\n",
    ": ",
    "...",
    "? ",
    "!!str ",
    "&a ",
    "*a",
    "%TAG ! a\n",
    "\r\n",
    "\x85",
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_made_of_what_yaml_minds_is_read_or_refused_within_the_file(text: str) -> None:
    """However the signs of YAML are strewn, the reader gives a document or one finding inside of the file."""
    assert outside(unicodedata.normalize("NFC", text).encode()) == []


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(RECORDS), st.data())
def test_a_damaged_record_is_read_or_refused_within_the_file(path: Path, data: st.DataObject) -> None:
    """A real record with a hole, a foreign piece or a repeated stretch never breaks the reader."""
    raw = path.read_bytes()
    start, end = sorted(data.draw(st.integers(0, len(raw))) for _ in "ab")
    piece = data.draw(st.sampled_from(PIECES).map(str.encode) | st.binary(max_size=3))

    assert outside(raw[:start] + piece + raw[end:]) == []
    assert outside(raw[:end] + piece + raw[start:]) == []


# Which files are records.


def walked(datasets: Path) -> dict[str, str]:
    """Return what the walk finds: the kind and id of each record, the code of each fault."""
    return {
        (found.path if isinstance(found, File) else found.location.path): (
            f"{found.kind} {found.id}" if isinstance(found, File) else found.code
        )
        for found in files.walk(datasets)
    }


@pytest.fixture
def datasets(tmp_path: Path) -> Path:
    """An empty folder of records."""
    (tmp_path / "datasets" / "participants").mkdir(parents=True)
    return tmp_path / "datasets"


def write(path: Path) -> None:
    """Write a file that holds something."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("name: Jane Doe\n", "utf-8")


def test_a_record_is_found_by_folder_and_name(datasets: Path) -> None:
    """The folder tells the kind of a record, however deep below it, and the file's name is its id."""
    for name in ("dataset.yaml", "publishers.yaml", "participants/doe-jane.yaml", "sources/2021/6/x-2021.yaml"):
        write(datasets / name)
    expected = {
        "datasets/dataset.yaml": "dataset dataset",
        "datasets/participants/doe-jane.yaml": "participant doe-jane",
        "datasets/publishers.yaml": "publishers publishers",
        "datasets/sources/2021/6/x-2021.yaml": "source x-2021",
    }

    assert expected == walked(datasets)
    assert list(expected) == list(walked(datasets))


@pytest.mark.parametrize(
    "link",
    [
        "participants/roe-ivan.yaml",
        "participants/more",
        "dataset.yaml",
        "meetings",
        "codings/x/a.yaml",
        "codings/y",
        "codings",
    ],
)
@pytest.mark.parametrize("target", ["outside", "participants", "nowhere"])
def test_a_symbolic_link_is_refused_wherever_it_leads(datasets: Path, link: str, target: str) -> None:
    """No link is followed, out of the folder, within it or to nothing; what is behind it is never read."""
    write(datasets.parent / "outside" / "a.yaml")
    write(datasets / "participants" / "doe-jane.yaml")
    (datasets / link).parent.mkdir(parents=True, exist_ok=True)
    (datasets / link).symlink_to(datasets / target if target == "participants" else datasets.parent / target)
    expected = {f"datasets/{link}": "Y13", "datasets/participants/doe-jane.yaml": "participant doe-jane"}

    assert expected == walked(datasets)
    assert list(files.drafts(datasets)) == []


@pytest.mark.parametrize(
    "name",
    ["Doe-Jane.yaml", "doe_jane.yaml", "doe--jane.yaml", "-doe.yaml", "doe-.yaml", "doe.yml", "doe.json", "README.md",
     "doe.yaml.bak", ".yaml.yaml", "дое.yaml", "doe jane.yaml", "d" * 65 + ".yaml"],
)  # fmt: skip
def test_a_misnamed_file_is_refused(datasets: Path, name: str) -> None:
    """In a folder of records every file that is seen has an id for its name."""
    write(datasets / "participants" / name)
    expected = {} if name.startswith(".") else {f"datasets/participants/{name}": "Y18"}

    assert expected == walked(datasets)


def test_the_longest_id_is_that_of_the_schemas(datasets: Path) -> None:
    """A file's name may be as long as an id that refers to it, and no longer."""
    write(datasets / "participants" / ("d" * 64 + ".yaml"))

    assert {f"datasets/participants/{'d' * 64}.yaml": f"participant {'d' * 64}"} == walked(datasets)


def test_a_stray_file_or_folder_is_refused(datasets: Path) -> None:
    """Beside the folders of records there is nothing but the two single files, notes, drafts and hidden files."""
    for name in ("people/doe.yaml", "doe-jane.yaml", "dataset.yml", "README.md", ".gitkeep", "codings/x/a.yaml"):
        write(datasets / name)

    assert walked(datasets) == {
        "datasets/dataset.yml": "Y17",
        "datasets/doe-jane.yaml": "Y17",
        "datasets/people": "Y17",
    }


def test_the_faults_of_files_say_what_to_do(datasets: Path) -> None:
    """A misplaced file is told what it is and where records live."""
    write(datasets / "stray.yaml")
    write(datasets / "places" / "A.yaml")
    (datasets / "places" / "b.yaml").symlink_to(datasets)
    found = {
        finding.code: (finding.message, finding.help)
        for finding in files.walk(datasets)
        if not isinstance(finding, File)
    }
    expected = {
        "Y13": ("this is a symbolic link, not a file", "put the record itself here"),
        "Y17": (
            "no records are read from here",
            "records live in issues, meetings, organizations, participants, places, readings, sources",
        ),
        "Y18": (
            "the name of this file is no id followed by .yaml",
            "name it with up to 64 of a-z, 0-9 and single hyphens, such as doe-jane.yaml: the name is the record's id",
        ),
    }

    assert expected == found


def test_drafts_are_the_letters_a_and_b_of_a_record(datasets: Path) -> None:
    """A draft is codings/RECORD/a.yaml or b.yaml, and carries the id of the record that it became."""
    for name in ("x/a.yaml", "x/b.yaml", "x/c.yaml", "y/b.yaml", "a.yaml"):
        write(datasets / "codings" / name)
    found = [(letter, file.path, file.kind, file.id) for letter, file in files.drafts(datasets)]
    expected = [
        ("a", "datasets/codings/x/a.yaml", "meeting", "x"),
        ("b", "datasets/codings/x/b.yaml", "meeting", "x"),
        ("b", "datasets/codings/y/b.yaml", "meeting", "y"),
    ]

    assert expected == found
