"""A scaffold for every kind of record: asked on a terminal, from options elsewhere, with blanks that are found."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bilat import checking
from bilat.upkeep import forms, proposal

pty = pytest.importorskip("pty", reason="there is no terminal to try")

WORLD = Path(__file__).parent / "world"
URL = "https://example.org/news/fish"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Make a checkout of the invented world, in which one report has an address and one id is retired."""
    shutil.copytree(WORLD, tmp_path / "datasets")
    report = tmp_path / "datasets" / "sources" / "gazette-report.yaml"
    report.write_text(report.read_text("utf-8").replace("seen:", f"url: {URL}\nseen:"), "utf-8")
    (tmp_path / "datasets" / "retired.yaml").write_text("roe-ilya: {because: no such person}\n", "utf-8")
    (tmp_path / "datapackage.json").write_text("{}", "utf-8")
    return tmp_path


def bilat(cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a folder, with nobody at a terminal."""
    command = [sys.executable, "-m", "bilat", *arguments]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    run = subprocess.run(
        command, cwd=cwd, env=environment, input="", capture_output=True, encoding="utf-8", check=False
    )

    assert "Traceback" not in run.stdout + run.stderr
    return run


def talk(cwd: Path, arguments: list[str], answers: list[str]) -> tuple[int, str]:
    """Run the command line at a terminal, give it answers, and return how it exits and all that it shows."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "bilat", *arguments]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    os.write(leader, "".join(f"{answer}\n" for answer in answers).encode("utf-8"))
    run = subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        stdin=follower,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    os.close(leader)
    os.close(follower)

    assert "Traceback" not in run.stdout + run.stderr
    return run.returncode, run.stdout + run.stderr


def files_of(root: Path) -> set[str]:
    """Return the paths of all files of a checkout."""
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def test_a_meeting_is_begun_from_options(checkout: Path) -> None:
    """What is known is written, what is due is a blank, and nothing is claimed in a source's name."""
    people = ["--participant", "XA.doe-jane", "--participant", "XR.roe-ivan"]
    known = ["--title", "Doe calls Roe", "--date", "2021-05-04", "--mode", "phone", "--issue", "fish"]
    run = bilat(checkout, "new", "meeting", *people, *known, "--source", "arcadia-readout")
    path = "datasets/meetings/2021/2021-05-04-doe-roe-call.yaml"

    assert run.stdout == (
        f"wrote {path}\n"
        "to fill in: participants.XA.doe-jane, participants.XR.roe-ivan, evidence.0.says.status, "
        "evidence.0.says.date, evidence.0.supports.0\n"
        f"then: bilat check {path}\n"
    )
    assert (checkout / path).read_text("utf-8") == (
        "title: Doe calls Roe\n"
        "kind: meeting\n"
        "status: occurred\n"
        "date: 2021-05-04\n"
        "mode: phone\n"
        "participants:\n"
        "  XA: {doe-jane: (fill in)}\n"
        "  XR: {roe-ivan: (fill in)}\n"
        "issues: [fish]\n"
        "evidence:\n"
        "- source: arcadia-readout\n"
        "  says: {status: (fill in), date: (fill in)}\n"
        "  supports: [(fill in)]\n"
    )
    assert (run.returncode, run.stderr) == (0, "")


NAMED = {
    "meeting": ["--title", "Doe calls Roe", "--date", "2021-05-04"],
    "participant": ["--name", "Glenn Q. Bach"],
    "organization": ["--name", "Ministry of Tides"],
    "place": ["--name", "Low Quay"],
    "issue": ["--label", "Whale songs"],
    "source": ["--title", "The tides of May", "--publisher", "gazette"],
    "publisher": ["--name", "The Morning Echo"],
}
WHERE = {
    "meeting": "meetings/2021/2021-05-04-doe-calls-roe.yaml",
    "participant": "participants/bach-glenn.yaml",
    "organization": "organizations/ministry-of-tides.yaml",
    "place": "places/low-quay.yaml",
    "issue": "issues/whale-songs.yaml",
    "source": "sources/undated/gazette-tides-may.yaml",
    "publisher": "publishers.yaml",
}


@pytest.mark.parametrize("kind", forms.FORMS)
def test_each_blank_is_an_error_until_it_is_filled(checkout: Path, kind: str) -> None:
    """A scaffold of any kind is canonical, and a check finds its blanks, each once and nothing else in their places."""
    run = bilat(checkout, "new", kind, *NAMED[kind])
    path = f"datasets/{WHERE[kind]}"
    blanks = re.findall(r"^to fill in: (.*)$", run.stdout, re.MULTILINE)[0].split(", ")
    found = [one for one in checking.check(checkout).findings if one.location.path == path]

    assert f"wrote {path}\n" in run.stdout
    assert (checkout / path).read_text("utf-8").count("(fill in)") == len(blanks)
    assert {one.code for one in found} == {"S11"}
    assert len(found) == len(blanks)
    assert bilat(checkout, "fmt", "--check", path).returncode == 0


def test_a_publisher_goes_to_its_place_in_the_list(checkout: Path) -> None:
    """publishers.yaml stays sorted, and every other line stays as it was."""
    before = (checkout / "datasets" / "publishers.yaml").read_text("utf-8").splitlines()
    bilat(checkout, "new", "publisher", "echo", "--name", "The Echo", "--kind", "newspaper", "--country", "XC")
    after = (checkout / "datasets" / "publishers.yaml").read_text("utf-8").splitlines()

    assert after == [*before[:2], "echo: {name: The Echo, country: XC, kind: newspaper}", *before[2:]]
    assert checking.check(checkout).findings == []


@pytest.mark.parametrize(
    "form", [URL, "http://www.example.org/news/fish/?utm_source=feed#top", f"https://web.archive.org/web/2021/{URL}"]
)
def test_an_address_that_is_there_in_another_form_is_recognised(checkout: Path, form: str) -> None:
    """The id that has it is printed, nothing is written, and what is cited is left as it is."""
    before = files_of(checkout)
    run = bilat(checkout, "new", "source", "--url", form)

    assert run.stdout == f"this address is that of gazette-report\n   datasets/sources/gazette-report.yaml: {URL}\n"
    assert (run.returncode, run.stderr) == (1, "")
    assert before == files_of(checkout)


def test_an_address_in_a_scaffold_is_recognised_too(checkout: Path) -> None:
    """A source whose blanks are not filled yet has its address all the same, as it was given."""
    form = "http://www.example.org/tides/?utm_source=feed"
    given = ["--url", form, "--title", "Tides", "--publisher", "gazette"]
    first, second = bilat(checkout, "new", "source", *given), bilat(checkout, "new", "source", *given)

    assert "wrote datasets/sources/undated/gazette-tides.yaml\n" in first.stdout
    assert f"url: {form}\n" in (checkout / "datasets/sources/undated/gazette-tides.yaml").read_text("utf-8")
    assert (second.returncode, second.stdout.split("\n")[0]) == (1, "this address is that of gazette-tides")


REFUSED = [
    (["participant", "roe-ivan"], "`roe-ivan` exists: datasets/participants/roe-ivan.yaml:1:1", "choose another id"),
    (["place", "fish"], "`fish` exists: datasets/issues/fish.yaml:1:1", "choose another id"),
    (["participant", "roe-ilya"], "`roe-ilya` is retired and never names anything else: datasets/retired.yaml:1:1", ""),
    (["participant", "Roe"], "`Roe` is no id", "an id has up to 64 of a-z, 0-9 and single hyphens"),
    (
        ["participant", "--name", "Гленн Бах"],
        "what was given is not enough to propose an id",
        "bilat new participant ID",
    ),
    (["participant", "--name", "Ivan Roe"], "`roe-ivan` exists", "choose another id"),
    (["source", "--publisher", "gazet"], "no publisher has the id `gazet`", "the nearest: `gazette`"),
    (["meeting", "--participant", "XA.jane doe"], "no participant has the id `jane doe`", "the nearest: `doe-jane`"),
    (["meeting", "--participant", "doe-jane"], "`doe-jane` names no side", "the sides are `XA`, `XR`"),
    (
        ["participant", "--position", "arcadia-ministry/ministre"],
        "no position has the id",
        "`arcadia-ministry/minister`",
    ),
    (["issue", "--broader", "xyzzy"], "no issue has the id `xyzzy`", "for a new one: bilat new issue"),
    (["place", "quay", "--name", "a\x07b"], "what was given cannot be written", "write the letters themselves"),
]


@pytest.mark.parametrize(
    "held",
    [
        b"gazette: {name: The Gazette, kind: newspaper\n",
        b"gazette: {name: \xff}\n",
        b'{"gazette": {"name": "Gazette"}}\n',
    ],
    ids=["half an entry", "no UTF-8", "no lines"],
)
def test_a_register_that_no_line_can_be_added_to_stays(checkout: Path, held: bytes) -> None:
    """Whatever publishers.yaml holds, a new entry makes it neither worse nor another."""
    register = checkout / "datasets" / "publishers.yaml"
    register.write_bytes(held)
    run = bilat(checkout, "new", "publisher", "echo", "--name", "The Echo", "--kind", "newspaper")

    assert (run.returncode, run.stdout) == (2, "")
    assert "datasets/publishers.yaml cannot take an entry" in run.stderr
    assert "first: bilat fmt datasets/publishers.yaml" in run.stderr
    assert held == register.read_bytes()


@pytest.mark.parametrize("held", ["", "# nobody yet\n", "{}\n", None])
def test_the_first_publisher_begins_the_register(checkout: Path, held: str | None) -> None:
    """A register that is empty, or is not there, takes its first entry."""
    register = checkout / "datasets" / "publishers.yaml"
    register.unlink()
    if held is not None:
        register.write_text(held, "utf-8")
    run = bilat(checkout, "new", "publisher", "echo", "--name", "The Echo", "--kind", "newspaper")

    assert run.returncode == 0
    assert register.read_text("utf-8").endswith("echo: {name: The Echo, kind: newspaper}\n")


def test_nothing_is_written_over_or_behind_a_link(checkout: Path, tmp_path: Path) -> None:
    """What is behind a symbolic link is not the dataset's, and the link itself is left as it is."""
    datasets = checkout / "datasets"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (datasets / "meetings" / "2033").symlink_to(elsewhere)
    (datasets / "publishers.yaml").rename(elsewhere / "publishers.yaml")
    (datasets / "publishers.yaml").symlink_to(elsewhere / "publishers.yaml")
    (datasets / "issues" / "tides.yaml").symlink_to("nowhere")
    runs = [
        bilat(checkout, "new", "meeting", "2033-01-01-tides", "--title", "Tides", "--date", "2033-01-01"),
        bilat(checkout, "new", "publisher", "echo", "--name", "The Echo", "--kind", "newspaper"),
        bilat(checkout, "new", "issue", "tides", "--label", "Tides", "--definition", "All of them."),
    ]

    assert [run.returncode for run in runs] == [2, 2, 2]
    assert {"publishers.yaml"} == {path.name for path in elsewhere.iterdir()}
    assert (datasets / "publishers.yaml").is_symlink()
    assert (datasets / "issues" / "tides.yaml").is_symlink()


@pytest.mark.parametrize(("arguments", "message", "help_"), REFUSED, ids=[" ".join(case[0]) for case in REFUSED])
def test_what_is_refused_writes_nothing(checkout: Path, arguments: list[str], message: str, help_: str) -> None:
    """An id that is taken, a name that is none, or a text that no record may hold: said, with what to do instead."""
    before = files_of(checkout)
    run = bilat(checkout, "new", *arguments)

    assert message in run.stderr
    assert help_ in run.stderr
    assert (run.returncode, run.stdout) == (2, "")
    assert before == files_of(checkout)


def test_on_a_terminal_what_is_not_given_is_asked(checkout: Path) -> None:
    """Names find their records, likenesses are offered and never taken by themselves, Enter leaves a blank."""
    answers = ["Doe calls Roe", "", "", "2021-05-04", "phon", "phone", "", "XA.doe, XR.roe-ivan", "1", "fish, cod", ""]
    status, shown = talk(checkout, ["new", "meeting"], [*answers, "", "courier", "1", ""])
    text = (checkout / "datasets/meetings/2021/2021-05-04-doe-roe-call.yaml").read_text("utf-8")

    assert "`phon` is none of them; near: `phone`\n" in shown
    assert "no participant has the id `doe`; near:\n   1  doe-jane  Jane Doe\n" in shown
    assert "no issue has the id `cod`\n" in shown
    assert "   1  courier-report  Ministers spoke of fish, says Gazette\n" in shown
    assert "mode: phone\nparticipants:\n  XA: {doe-jane: (fill in)}\n  XR: {roe-ivan: (fill in)}\n" in text
    assert "issues: [fish, (fill in)]\nevidence:\n- source: courier-report\n" in text
    assert status == 0


def test_somebody_who_is_there_is_not_begun_twice(checkout: Path) -> None:
    """Who gives a name at a terminal is shown who has it, and may stop there."""
    before = files_of(checkout)
    status, shown = talk(checkout, ["new", "participant"], ["Iwan Roe", "1"])

    assert "   already there, of the kind participant:\n   1  roe-ivan  Ivan Roe\n" in shown
    assert shown.startswith("this is roe-ivan\n")
    assert (status, files_of(checkout)) == (1, before)


def test_who_leaves_half_way_leaves_nothing(checkout: Path) -> None:
    """An end of input at a question ends the command, and no file was begun."""
    before = files_of(checkout)
    status, _ = talk(checkout, ["new", "place"], ["Low Quay", "\x04"])

    assert (status, files_of(checkout)) == (1, before)


def test_the_examples_hold() -> None:
    """What the module of proposals says of itself is so."""
    assert doctest.testmod(proposal).failed == 0
