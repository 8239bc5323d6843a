"""A release is complete, verifiable, made once, and never changed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from frictionless import Package

from bilat import checking, errors, release
from bilat.release import content, index, sums

WORLD = Path(__file__).parent / "world"
ABOUT = {"name": "fish", "title": "Contacts about fish", "licenses": [{"name": "CC-BY-4.0"}]}
VERSION = "0.1.0"


def checkout(folder: Path) -> Path:
    """Lay out a checkout of the invented world."""
    shutil.copytree(WORLD, folder / "datasets")
    (folder / "datapackage.json").write_text(json.dumps(ABOUT))
    return folder


def released(root: Path, version: str = VERSION) -> None:
    """Release the world; it has no fault, so nothing may be found."""
    assert release.release(checking.check(root).corpus, root, version, lambda _: None) == []


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with one release, to be read only."""
    root = checkout(tmp_path_factory.mktemp("made"))
    released(root)
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    """A copy of that checkout, to be damaged."""
    shutil.copytree(made, tmp_path / "copy")
    return tmp_path / "copy"


def test_a_release_has_all_its_parts(made: Path) -> None:
    """A release folder is a package with schemas, provenance, sums and notes, and nothing is left beside it."""
    parts = {path.name for path in (made / "build" / VERSION).iterdir()}

    assert parts == {
        "CHANGES.md",
        "README.md",
        "SHA256SUMS",
        "csv",
        "datapackage.json",
        "parquet",
        "provenance.json",
        "schemas",
    }
    assert {path.name for path in (made / "build").iterdir()} == {VERSION, index.FILE}


def test_a_fresh_release_is_what_was_published(made: Path) -> None:
    """Verifying a release that nobody touched finds nothing."""
    assert release.verify(made, VERSION) == []


def test_both_descriptors_are_valid(made: Path) -> None:
    """The root's descriptor and the release's own satisfy frictionless, and say the same version."""
    for path in (made / "datapackage.json", made / "build" / VERSION / "datapackage.json"):
        assert Package(str(path)).validate().valid
        assert json.loads(path.read_text())["version"] == VERSION


def test_the_root_points_into_the_release(made: Path) -> None:
    """Every path of the root's descriptor is that of the release's own, below its folder."""
    own = json.loads((made / "build" / VERSION / "datapackage.json").read_text())["resources"]
    roots = json.loads((made / "datapackage.json").read_text())["resources"]

    assert [f"build/{VERSION}/{found['path']}" for found in own] == [found["path"] for found in roots]


@pytest.mark.parametrize(
    ("version", "message"),
    [
        ("0.1.0", r"build/0\.1\.0 exists"),
        ("0.0.9", r"0\.0\.9 is not larger than 0\.1\.0"),
        ("1.0", "`1.0` is no version"),
        ("../1.0.0", "is no version"),
        ("0.01.0", "is no version"),
    ],
)
def test_a_version_that_would_break_a_promise_is_refused(root: Path, version: str, message: str) -> None:
    """No release is overwritten, none is smaller than the newest, and a version is three whole numbers."""
    before = sorted(path.name for path in (root / "build").iterdir())
    with pytest.raises(errors.Refused, match=message):
        release.release(checking.check(root).corpus, root, version, lambda _: None)

    assert before == sorted(path.name for path in (root / "build").iterdir())


def test_a_second_release_leaves_the_first_as_it_was(root: Path) -> None:
    """A larger version is added to the index, and the older one still verifies."""
    released(root, "0.2.0")

    assert index.versions(root) == [VERSION, "0.2.0"]
    assert release.verify(root, VERSION) == release.verify(root, "0.2.0") == []
    assert json.loads((root / "datapackage.json").read_text())["version"] == "0.2.0"


def test_a_later_release_says_what_it_changes(root: Path) -> None:
    """The notes of a later release name the records that it adds, removes and changes, and count rows by key."""
    visit = root / "datasets" / "meetings" / "2021-04-visit.yaml"
    visit.write_text(visit.read_text().replace("Doe visits Harbour City", "Doe travels to Harbour City"))
    (root / "datasets" / "issues" / "ships.yaml").write_text("label: Ships\ndefinition: What floats.\n")
    released(root, "0.1.1")
    text = (root / "build" / "0.1.1" / "CHANGES.md").read_text()

    assert "* changed `2021-04-visit`: title from Doe visits Harbour City to Doe travels to Harbour City\n" in text
    assert "| issues | 1 | 0 | 0 |\n" in text
    assert "| meetings | 0 | 0 | 1 |\n" in text
    assert "First release" not in text


def test_the_same_records_give_the_same_release(made: Path, tmp_path: Path) -> None:
    """Releasing the same records elsewhere gives the same sums to the byte."""
    other = checkout(tmp_path)
    released(other)

    assert sums.read(made / "build" / VERSION) == sums.read(other / "build" / VERSION)


def test_content_is_what_a_table_says_whatever_wrote_the_file(made: Path) -> None:
    """Two tables with one cell apart have other hashes; the recorded one is that of the file."""
    folder = made / "build" / VERSION
    recorded = content.recorded(folder)

    assert recorded["places"] == content.of_file(folder / "parquet" / "places.parquet")
    assert len(set(recorded.values())) >= len(recorded) - 8, "only empty tables of one shape may be alike"


def damage_byte(folder: Path) -> None:
    """Change one byte of a data file."""
    path = folder / "parquet" / "places.parquet"
    path.write_bytes(path.read_bytes()[:-1] + b"?")


def damage_missing(folder: Path) -> None:
    """Delete a file."""
    (folder / "csv" / "places.csv").unlink()


def damage_extra(folder: Path) -> None:
    """Add a file."""
    (folder / "csv" / "more.csv").write_text("a\n")


def damage_sums(folder: Path) -> None:
    """Change a file and its sum with it."""
    (folder / "README.md").write_text("Better.\n")
    sums.write(folder)


def damage_no_sums(folder: Path) -> None:
    """Delete the sums."""
    (folder / sums.FILE).unlink()


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (damage_byte, "parquet/places.parquet has sha256"),
        (damage_missing, "csv/places.csv is missing"),
        (damage_extra, "csv/more.csv is not part of the release"),
        (damage_sums, "SHA256SUMS of 0.1.0 is not the one in build/releases.json"),
        (damage_no_sums, "build/0.1.0/SHA256SUMS is missing"),
    ],
)
def test_every_damage_is_found(root: Path, damage: object, expected: str) -> None:
    """A changed, missing, added or covered-up file is told as the one thing that is wrong."""
    assert callable(damage)
    damage(root / "build" / VERSION)

    assert [fault[: len(expected)] for fault in release.verify(root, VERSION)] == [expected]


def test_records_with_errors_are_not_released(tmp_path: Path) -> None:
    """As a process: findings, exit 1, and no trace of a release."""
    root = checkout(tmp_path)
    (root / "datasets" / "places" / "bad.yaml").write_text("name: Bad\n")
    done = subprocess.run(
        [sys.executable, "-m", "bilat", "release", VERSION, "--root", str(root)], capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (1, "")
    assert "datasets/places/bad.yaml:1:1: error S02" in done.stdout
    assert not list((root / "build").glob("*")) if (root / "build").exists() else True


def test_verify_as_a_process_says_what_differs(root: Path) -> None:
    """Exit 0 and one line for a sound release, exit 1 for a damaged one, exit 2 for an unknown one."""
    command = [sys.executable, "-m", "bilat", "verify", "--root", str(root)]
    sound = subprocess.run(command, capture_output=True, text=True)
    damage_extra(root / "build" / VERSION)
    damaged = subprocess.run(command, capture_output=True, text=True)
    unknown = subprocess.run([*command, "9.9.9"], capture_output=True, text=True)

    assert (sound.returncode, sound.stdout) == (0, "0.1.0: as published\n")
    assert (damaged.returncode, damaged.stdout.splitlines()[1:]) == (1, ["   csv/more.csv is not part of the release"])
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "no release 9.9.9" in unknown.stderr


def test_a_rebuild_of_unchanged_records_differs_in_nothing(root: Path) -> None:
    """Making a release again from its own records gives its own bytes; a changed record is told by its table."""
    same = release.differences(checking.check(root).corpus, root, VERSION)
    place = root / "datasets" / "places" / "harbour-hall.yaml"
    place.write_text(place.read_text().replace("Harbour Hall", "Harbour House"))
    changed = release.differences(checking.check(root).corpus, root, VERSION)

    assert same == []
    assert "places says something else than the records do now" in changed


@pytest.mark.parametrize("text", ["", "[]", "{", '{"releases": [1]}', '{"releases": [{"version": 1}]}'])
def test_a_broken_index_is_told_and_never_a_traceback(root: Path, text: str) -> None:
    """An index that cannot be read is one line and a help, exit 2."""
    (root / "build" / index.FILE).write_text(text)
    done = subprocess.run(
        [sys.executable, "-m", "bilat", "verify", "--root", str(root)], capture_output=True, text=True
    )

    assert done.returncode == 2
    assert done.stderr.startswith("bilat: build/releases.json cannot be read")
    assert "Traceback" not in done.stderr
