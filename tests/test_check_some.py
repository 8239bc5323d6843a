"""Checking some files says of them what checking everything says, and reads no more than it needs."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bilat import checking, records, rules

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]
WORLD = Path(__file__).parent / "world"
# Judged by the whole only: what compares all records, an id that stands twice, a chain that may run through any.
WHOLE = {"R02", "R04", *(rule.code for rule in rules.rules().values() if rule.whole)}


def examples() -> ModuleType:
    """Load the reader of the rules' examples."""
    spec = importlib.util.spec_from_file_location("rule_examples", Path(__file__).parent / "test_rules.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["rule_examples"] = module
    spec.loader.exec_module(module)
    return module


BAD = [example for example in examples().examples() if example.kind == "bad" and example.rule not in WHOLE]


@pytest.mark.parametrize("example", BAD, ids=lambda example: example.rule)
def test_one_file_is_judged_as_the_whole_judges_it(example: object, tmp_path: Path) -> None:
    """Each rule's bad example gives the same finding whether the file is checked alone or with everything."""
    path, text = Path(getattr(example, "path", "")), str(getattr(example, "text", ""))
    shutil.copytree(WORLD, tmp_path / "datasets")
    file = tmp_path / "datasets" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    whole = [found for found in checking.check(tmp_path).findings if found.location.path == f"datasets/{path}"]

    assert whole
    assert checking.check_some(tmp_path, [file]).findings == whole


def test_every_real_file_alone_is_judged_as_with_all_others() -> None:
    """No meeting of the dataset gets a finding alone that it does not get with the rest, or the reverse."""
    whole = checking.check(ROOT).findings
    for file in sorted((ROOT / "datasets" / "meetings").rglob("*.yaml")):
        here = [found for found in whole if found.location.path == file.relative_to(ROOT).as_posix()]
        expected = [found for found in here if found.code not in WHOLE]

        assert checking.check_some(ROOT, [file]).findings == expected


def test_a_file_alone_reads_what_it_needs() -> None:
    """Checking one meeting reads a small part of the dataset."""
    file = ROOT / "datasets" / "meetings" / "2021" / "2021-11-burns-ushakov.yaml"
    some = records.read_some(ROOT / "datasets", [file], checking._named_by)
    everything = records.read_tree(ROOT / "datasets")

    assert len([r for r in some.records if r.pointer == ()]) * 5 < len(everything.records)


def test_a_whole_folder_can_be_named(tmp_path: Path) -> None:
    """A folder stands for all files below it; what is wrong outside of it is not told."""
    shutil.copytree(WORLD, tmp_path / "datasets")
    for name in ("places/a.yaml", "issues/b.yaml"):
        (tmp_path / "datasets" / name).write_text("title: 1\n")
    found = checking.check_some(tmp_path, [tmp_path / "datasets" / "places"]).findings

    assert {finding.location.path for finding in found} == {"datasets/places/a.yaml"}


def test_a_meeting_that_cannot_be_opened_hinders_no_other(tmp_path: Path) -> None:
    """While one meeting is checked, another that nobody may open is passed over."""
    shutil.copytree(WORLD, tmp_path / "datasets")
    meetings = tmp_path / "datasets" / "meetings"
    (meetings / "2021-fish-talks.yaml").chmod(0)
    told = [sys.executable, "-m", "bilat", "check", "--root", str(tmp_path), str(meetings / "2021-04-visit.yaml")]
    run = subprocess.run(told, capture_output=True, text=True, check=False)

    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize(
    "written",
    [
        "part_of: 2021-05-04-talks",
        "part_of: '2021-05-04-talks'",
        '"part_of": 2021-05-04-talks',
        "part_of:  # its whole\n  2021-05-04-talks",
    ],
)
def test_a_part_is_found_however_it_names_its_whole(written: str, tmp_path: Path) -> None:
    """A session that names its meeting in quotes or on another line is read with the meeting all the same."""
    meetings = tmp_path / "datasets" / "meetings"
    shutil.copytree(WORLD, tmp_path / "datasets")
    head = "title: Talks\nkind: meeting\nstatus: planned\ndate: 2021-05-04\nevidence:\n- source: arcadia-readout\n"
    (meetings / "2021-05-04-talks.yaml").write_text(head)
    (meetings / "2021-05-04-first.yaml").write_text(head.replace("evidence", f"{written}\nevidence"))
    read = records.read_some(tmp_path / "datasets", [meetings / "2021-05-04-talks.yaml"], checking._named_by)

    assert "2021-05-04-first" in {record.id for record in read.records}


def test_of_the_publishers_those_are_read_that_are_needed(tmp_path: Path) -> None:
    """A register is not read for the few entries in it, and each that is read stands on its own line."""
    shutil.copytree(WORLD, tmp_path / "datasets")
    register = tmp_path / "datasets" / "publishers.yaml"
    before = [f"paper-{number}: {{name: Paper {number}, kind: newspaper}}\n" for number in range(200)]
    register.write_text("".join([*before, register.read_text("utf-8")]), "utf-8")
    named = [tmp_path / "datasets" / "meetings" / "2021-04-visit.yaml"]
    read = records.read_some(tmp_path / "datasets", named, checking._named_by)
    publishers = [record for record in read.records if record.file.endswith("publishers.yaml")]

    assert publishers
    assert not any(record.id.startswith("paper-") for record in publishers)
    assert all(record.at(key=True).line > 200 for record in publishers)


def test_all_publishers_are_read_to_find_the_nearest(tmp_path: Path) -> None:
    """A publisher that nobody else names is suggested to who misspells it."""
    shutil.copytree(WORLD, tmp_path / "datasets")
    datasets = tmp_path / "datasets"
    with (datasets / "publishers.yaml").open("a") as register:
        register.write("evening-lantern: {name: The Evening Lantern, kind: newspaper}\n")
    source = datasets / "sources" / "lantern-report.yaml"
    source.write_text("title: Fish\npublisher: evening-lantren\nkind: press-report\nlang: en\nseen: {text: never}\n")
    found = checking.check_some(tmp_path, [source]).findings

    assert [finding.code for finding in found if finding.severity == "error"] == ["R01"]
    assert "evening-lantern" in found[0].help


def test_a_body_that_is_part_of_itself_is_found_alone(tmp_path: Path) -> None:
    """The chain of what contains a body is followed to its end, so that a loop is seen from each of its steps."""
    shutil.copytree(WORLD, tmp_path / "datasets")
    bodies = tmp_path / "datasets" / "organizations"
    for name, whole in (("one", "two"), ("two", "three"), ("three", "one")):
        (bodies / f"{name}.yaml").write_text(f"name: {name}\nkind: agency\npart_of: {whole}\nsource: arcadia-readout\n")
    found = checking.check_some(tmp_path, [bodies / "one.yaml"]).findings

    assert "R04" in {finding.code for finding in found}
