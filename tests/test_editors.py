"""What an editor is given: one schema document a kind of record, ids to complete, and settings that find them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
import yaml

from bilat import contract, edtf, records
from bilat.commands import COMMANDS
from bilat.corpus import directory
from bilat.records import document, files, schema, strict_yaml
from bilat.records.files import File

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
WORLD = Path(__file__).parent / "world"
KINDS = sorted({*files.FOLDERS.values(), *files.SINGLE.values()})
# A record of a kind that the invented world has none of, and a meeting that uses what its own meetings do not.
MORE = {
    "coverage": {"spring": {"feed": "Pages", "window": "2021-05", "query": "Doe", "run_on": "2022-01-02", "read": 7}},
    "leads": {"call": {"title": "Poe called Roe", "window": "2021-03", "heard": "A remark", "because": "No day"}},
    "reading": {
        "readings": [{"path": "date", "verdict": "confirmed", "read_on": "2022-01-02", "method": "human-page"}]
    },
    "retired": {"old-call": {"successor": "new-call"}},
    "meeting": {
        "title": "Doe calls Roe",
        "kind": "meeting",
        "status": "occurred",
        "date": ["2021-05-04", "2021-05-05..2021-05-07"],
        "duration": "../179",
        "participants": {"XA": {"doe-jane": {"role": "principal", "acting": True}, "n": 3}},
        "outcomes": {"next-round": {"type": "decision-to-meet", "by": "both", "text": "They agree to meet again"}},
        "tallies": {"three-calls": {"unit": "call", "comparator": "exactly", "n": 3, "window": "2021-01/2021-05-04"}},
        "evidence": [
            {
                "source": "herald-report",
                "voice": {"anonymous": "officials", "side": "XA"},
                "at": "p4",
                "as_printed": {"date": "on Tuesday"},
                "says": {"issues.fish": {"mode": "raised", "by": "XA"}, "participants.XA.n": 3},
                "denies": {"mode": "video"},
                "omits": ["issues.fish"],
            }
        ],
        "new": {"sources": {"herald-report": {"title": "Fish", "publisher": "gazette", "kind": "press-report"}}},
        "accept": [{"rule": "D08", "because": "It did"}],
    },
}
STRANGE: tuple[Any, ...] = (
    None,
    True,
    0,
    1950,
    10**9,
    -2.5,
    "",
    " x",
    "fish",
    "2021-02-30",
    "2021-05-04",
    "https://x.org",
    [],
    {},
    [[]],
)


def bilat(cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a folder, with its output piped."""
    command = [sys.executable, "-m", "bilat", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


def samples() -> Iterator[tuple[str, Any]]:
    """Yield the kind and the data of every record of the invented world, and of some more."""
    for file in files.walk(WORLD):
        assert isinstance(file, File)
        yield file.kind, strict_yaml.read(file.read(), file.path).data
    yield from MORE.items()


def mutants(data: Any) -> Iterator[Any]:  # noqa: ANN401 - any data
    """Yield copies of some data, each with one thing added, left out or exchanged."""
    yield from STRANGE
    keys: list[Any] = list(data) if isinstance(data, dict) else list(range(len(data))) if isinstance(data, list) else []
    for key in keys:
        yield [item for at, item in enumerate(data) if at != key] if isinstance(data, list) else without(data, key)
        for value in mutants(data[key]):
            copy = deepcopy(data)
            copy[key] = value
            yield copy
    if isinstance(data, dict):
        yield from ({**data, name: "fish"} for name in ("surprise", "Not an id"))
    elif isinstance(data, list) and data:
        yield [*data, data[0]]


def without(data: dict[str, Any], key: str) -> dict[str, Any]:
    """Return a mapping less one of its keys."""
    return {name: value for name, value in data.items() if name != key}


def ours(kind: str, data: Any) -> bool:  # noqa: ANN401 - any data
    """Say whether the schemas in their folders, as `bilat check` reads them, accept some data."""
    return schema.judge(document.Document("x.yaml", data), kind) == []


def is_date(text: str | list[str]) -> bool:
    """Say whether a text, or a list of some, is a date as EDTF has it."""
    try:
        edtf.parse(text)
    except edtf.NotADate:
        return False
    return True


@pytest.mark.parametrize("kind", KINDS)
def test_one_document_judges_as_all_schemas_together(kind: str) -> None:
    """The document that an editor is given accepts and refuses what `bilat check` does."""
    validator = jsonschema_rs.Draft202012Validator(
        contract.record_document(kind),
        validate_formats=True,
        formats={
            "edtf": is_date,
            "edtf-member": lambda text: is_date([text]),
            "date": lambda text: not re.fullmatch(r"\d{4}-\d\d-\d\d", text) or is_date(text),
        },
    )
    seen = {True: 0, False: 0}
    for data in (mutant for of, found in samples() if of == kind for mutant in (found, *mutants(found))):
        verdict = validator.is_valid(data)
        seen[verdict] += 1

        assert ours(kind, data) == verdict, data
    assert min(seen.values()) > 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_needs_no_other_file(kind: str) -> None:
    """Every reference leads to a place in the document itself."""
    found = contract.record_document(kind)
    references = re.findall(r'"\$ref": "(.*?)"', json.dumps(found))
    lost = [reference for reference in references if resolved(found, reference) is None]

    assert [reference for reference in references if not reference.startswith("#/")] == []
    assert lost == []


def resolved(found: Any, reference: str) -> Any:  # noqa: ANN401 - any part of a schema
    """Return what a reference leads to."""
    for step in reference.removeprefix("#/").split("/"):
        found = (found or {}).get(step)
    return found


def test_terms_stand_in_the_document_with_their_definitions() -> None:
    """An editor can show what a term means beside the term."""
    terms = contract.record_document("meeting")["$defs"]["vocabularies.status"]["oneOf"]
    wanted = [(term.term, term.title, term.description) for term in contract.vocabularies()["status"].terms]

    assert [(term["const"], term["title"], term["description"]) for term in terms] == wanted


def test_the_command_prints_the_document() -> None:
    """The schema of a record is printed whole, from anywhere; without a name, the names are."""
    run = bilat(Path("/"), "schema", "source")

    assert json.loads(run.stdout) == contract.record_document("source")
    assert (run.returncode, run.stderr) == (0, "")
    assert bilat(Path("/"), "schema").stdout.split() == KINDS


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Make a sound checkout of the invented world."""
    shutil.copytree(WORLD, tmp_path / "datasets")
    (tmp_path / "datapackage.json").write_text("{}", "utf-8")
    return tmp_path


def test_ids_are_listed_with_names(checkout: Path) -> None:
    """Ids stand one a line, each with the name that tells a person what it is; positions have ids too."""
    assert bilat(checkout, "schema", "--ids", "participant").stdout == (
        "doe-jane\tJane Doe\npoe-anna\tAnna Poe\nroe-ivan\tIvan Roe\n"
    )
    assert bilat(checkout, "schema", "--ids", "position").stdout == (
        "arcadia-ministry/deputy\tDeputy Minister of Foreign Affairs, Ministry of Foreign Affairs of Arcadia\n"
        "arcadia-ministry/minister\tMinister of Foreign Affairs, Ministry of Foreign Affairs of Arcadia\n"
        "ruritania-ministry/minister\tMinister of Foreign Affairs, Ministry of Foreign Affairs of Ruritania\n"
    )
    assert bilat(checkout, "schema", "--ids", "publisher").stdout.startswith("arcadia-ministry-press\tPress office")


def test_ids_of_all_kinds_are_those_of_each(checkout: Path) -> None:
    """Without a kind, every id is listed once."""
    reading = records.read_tree(checkout / "datasets")
    each = ["\t".join(entry) for kind in directory.KINDS for entry in directory.entries(reading, kind)]
    found = bilat(checkout, "schema", "--ids").stdout.splitlines()

    assert sorted(each) == sorted(found)
    assert found == sorted(found, key=lambda line: line.partition("\t")[0])


def test_a_record_that_is_being_written_takes_no_ids_away(checkout: Path) -> None:
    """A file that cannot be read yet has an id and no name, one under new: is listed too, and a name is one line."""
    (checkout / "datasets" / "issues" / "half.yaml").write_text("label: [", "utf-8")
    (checkout / "datasets" / "issues" / "long.yaml").write_text('label: "a\\nb  c"\ndefinition: Odd\n', "utf-8")
    with (checkout / "datasets" / "meetings" / "2021-04-visit.yaml").open("a", encoding="utf-8") as file:
        file.write("new:\n  issues: {nets: {label: Nets, definition: What fish are caught with.}}\n")
    run = bilat(checkout, "schema", "--ids", "issue")

    assert run.stdout == "fish\tFish\nfish-quotas\tFish quotas\nhalf\t\nlong\ta b c\nnets\tNets\n"
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["metting"], "bilat: no kind of record is called `metting`\nhelp: the nearest: `meeting`\n"),
        (["--ids", "sources"], "bilat: no kind of record is called `sources`\nhelp: the nearest: `source`\n"),
    ],
)
def test_an_unknown_kind_is_trouble_with_a_way_out(checkout: Path, arguments: list[str], message: str) -> None:
    """A name that is none is answered with the nearest."""
    run = bilat(checkout, "schema", *arguments)

    assert (run.returncode, run.stdout, run.stderr) == (2, "", message)


SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))


def globs() -> dict[str, list[str]]:
    """Return the patterns of files of each kind of record, as the settings give them."""
    return {
        Path(path).name.removesuffix(".schema.json"): found if isinstance(found, list) else [found]
        for path, found in SETTINGS["yaml.schemas"].items()
    }


def as_git(pattern: str) -> str:
    """Return a pattern in which ** is any number of folders and * anything within one."""
    any_folder = re.escape(pattern).replace(r"\*\*/", "(?:[^/]+/)*")
    return any_folder.replace(r"\*", "[^/]*")


def as_simple(pattern: str) -> str:
    """Return a pattern in which a star is anything, as most servers of YAML understand it."""
    return f".*{re.escape(pattern)}".replace(r"\*", ".*")


@pytest.mark.parametrize("reading", [as_git, as_simple])
def test_an_editor_finds_the_one_schema_of_each_file(reading: Any) -> None:  # noqa: ANN401
    """However an editor understands stars, a record has the schema of its kind and no other."""
    paths = [
        (f"datasets/{folder}/{below}x.yaml", kind) for folder, kind in files.FOLDERS.items() for below in ("", "2021/")
    ]
    paths += [(f"datasets/{name}", kind) for name, kind in files.SINGLE.items()]
    paths += [("datasets/codings/2021-04-visit/a.yaml", "meeting")]
    found = {
        path: [kind for kind, patterns in globs().items() if any(re.fullmatch(reading(one), path) for one in patterns)]
        for path, _ in paths
    }

    assert found == {path: [kind] for path, kind in paths}


def test_the_settings_name_schemas_that_exist() -> None:
    """The paths in the settings are relative to the checkout, and no kind of record is left out."""
    assert [path for path in SETTINGS["yaml.schemas"] if not (ROOT / path).is_file() or not path.startswith("./")] == []
    assert sorted(globs()) == KINDS


def test_the_recommended_extension_is_the_one_that_the_settings_are_for() -> None:
    """Whoever opens the folder is offered what reads the settings."""
    assert (
        "redhat.vscode-yaml" in json.loads((ROOT / ".vscode" / "extensions.json").read_text("utf-8"))["recommendations"]
    )


def test_the_hook_runs_commands_of_this_package() -> None:
    """A commit is checked by the bilat that is installed here, with nothing to download."""
    found = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    hooks = [hook for repository in found["repos"] for hook in repository["hooks"]]

    assert [(repository["repo"], len(repository["hooks"])) for repository in found["repos"]] == [("local", 2)]
    assert [(hook["entry"], hook["language"], hook["pass_filenames"]) for hook in hooks] == [
        ("bilat check", "system", False),
        ("bilat fmt --check", "system", False),
    ]
    assert [hook["entry"] for hook in hooks if hook["entry"].split()[1] not in COMMANDS] == []
