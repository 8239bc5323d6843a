"""What GitHub reads: forms that anybody can fill, and workflows that judge a stranger's pull request in safety."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORLD = Path(__file__).parent / "world"
GITHUB = ROOT / ".github"
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
JUDGES = GITHUB / "scripts" / "judges.py"
VISIT = "datasets/meetings/2021-04-visit.yaml"

# What GitHub takes in a form; with anything else it shows no form at all.
KINDS = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
    "checkboxes": {"label", "description", "options"},
}


def read(path: Path) -> Any:  # noqa: ANN401
    """Return what a YAML file holds."""
    return yaml.safe_load(path.read_text("utf-8"))


def fields(form: Path) -> list[dict[str, Any]]:
    """Return what a form asks for."""
    return [part for part in read(form)["body"] if part["type"] != "markdown"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_a_form_is_one_that_github_shows(form: Path) -> None:
    """A form has what it must have and nothing that GitHub does not know; no two answers share an id or label."""
    found = read(form)
    ids = [field["id"] for field in fields(form)]
    labels = [field["attributes"]["label"] for field in fields(form)]

    assert set(found) == {"name", "description", "title", "labels", "body"}
    assert [part for part in found["body"] if part.keys() - {"type", "id", "attributes", "validations"}] == []
    assert [part for part in found["body"] if part["attributes"].keys() - KINDS[part["type"]]] == []
    assert all(re.fullmatch(r"[a-z]+", id_) for id_ in ids)
    assert len(ids) == len(set(ids))
    assert len(labels) == len(set(labels))
    assert any(field.get("validations", {}).get("required") for field in fields(form))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_options_of_a_form_are_texts_that_differ(form: Path) -> None:
    """A choice is among different texts; none is a word that YAML takes for something else."""
    for field in fields(form):
        if field["type"] == "dropdown":
            options = field["attributes"]["options"]

            assert [option for option in options if not isinstance(option, str)] == []
            assert len(options) == len(set(options))


def test_the_forms_are_those_that_a_reader_needs() -> None:
    """There is a form for each reason to write, and forms have names that tell them apart."""
    assert [form.stem for form in FORMS] == [
        "1-new-contact",
        "2-correct-a-value",
        "3-disagree-with-a-coding",
        "4-lead-without-source",
        "5-bug",
    ]
    assert len({read(form)["name"] for form in FORMS}) == len(FORMS)
    assert read(GITHUB / "ISSUE_TEMPLATE" / "config.yml") == {"blank_issues_enabled": True}


@pytest.mark.parametrize("form", FORMS[1:3], ids=lambda form: form.stem)
def test_a_correction_takes_four_answers_and_no_format(form: Path) -> None:
    """Which record, which value, what it should be and who says so are asked for, and none of it in YAML."""
    required = [field["id"] for field in fields(form) if field.get("validations", {}).get("required")]

    assert [id_ for id_ in ("record", "value", "correct", "source") if id_ not in required] == []
    assert "YAML" not in form.read_text("utf-8")
    assert [field for field in fields(form) if "render" in field["attributes"]] == []


@pytest.mark.parametrize("form", FORMS[:4], ids=lambda form: form.stem)
def test_whoever_sends_data_agrees_to_its_licence(form: Path) -> None:
    """What becomes data was given for publication under the licence of the data."""
    options = [option for field in fields(form) if field["type"] == "checkboxes" for option in options_of(field)]

    assert [option["required"] for option in options if "CC BY 4.0" in option["label"]] == [True]


def options_of(field: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the boxes that a field asks to be ticked."""
    found: list[dict[str, Any]] = field["attributes"]["options"]
    return found


def test_a_pull_request_agrees_to_the_licences_and_has_a_checklist() -> None:
    """The template names both licences, links to files that exist, and has boxes to tick."""
    text = (GITHUB / "pull_request_template.md").read_text("utf-8")

    assert text.count("\n- [ ] ") >= 5
    assert "CC BY 4.0" in text
    assert "MIT" in text
    assert [name for name in re.findall(r"blob/main/([^)]+)", text) if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.stem)
def test_a_workflow_has_no_power_and_no_secret(workflow: Path) -> None:
    """A stranger's pull request gets a token that reads, no secret, and nothing but GitHub's own actions."""
    found = read(workflow)
    text = workflow.read_text("utf-8")
    steps = [step for job in found["jobs"].values() for step in job["steps"]]

    assert found["permissions"] == {"contents": "read"}
    assert [name for name, job in found["jobs"].items() if "permissions" in job] == []
    assert "secrets." not in text
    assert "pull_request_target" not in text
    assert {step["uses"] for step in steps if "uses" in step} == {"actions/checkout@v6", "actions/setup-python@v6"}
    for step in steps:
        assert "checkout" not in step.get("uses", "") or step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.stem)
def test_nothing_of_a_strangers_becomes_part_of_a_command(workflow: Path) -> None:
    """Commands are given values through variables: a branch may be called anything."""
    steps = [step for job in read(workflow)["jobs"].values() for step in job["steps"]]

    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []


def test_the_whole_is_run_on_both_versions_of_python() -> None:
    """Every push and pull request runs what a maintainer runs."""
    found = read(GITHUB / "workflows" / "ci.yml")
    job = found["jobs"]["run"]

    assert set(found[True]) == {"push", "pull_request"}  # `on` is a boolean to YAML 1.1
    assert job["strategy"]["matrix"]["python"] == ["3.11", "3.12"]
    assert job["steps"][-1] == {"run": ".ci/run"}
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


class PullRequest:
    """A branch of a small repository, merged as GitHub merges it to be tried, beside a checkout of main."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.repository = folder / "pr"
        shutil.copytree(WORLD, self.repository / "datasets")
        for name in (
            "src/bilat/edtf.py",
            "src/bilat/errors.py",
            "schemas/x.json",
            "pyproject.toml",
            "docs/src/notes.md",
        ):
            self.write(name, f"{name}\n")
        self.write("datapackage.json", "{}")
        self.git("init", "-q", "-b", "main")
        self.commit()
        scripts = folder / "main" / ".github" / "scripts"
        scripts.mkdir(parents=True)
        shutil.copy(JUDGES, scripts)
        self.git("switch", "-q", "-c", "proposal")

    def git(self, *arguments: str) -> None:
        """Run git in the repository as somebody, whatever the user's own settings are."""
        who = ("-c", "user.name=A. Writer", "-c", "user.email=writer@example.org", "-c", "commit.gpgsign=false")
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        command = ["git", "-C", str(self.repository), *who, *arguments]
        subprocess.run(command, check=True, capture_output=True, env=environment)

    def write(self, name: str, text: str) -> None:
        """Write a file of the branch."""
        path = self.repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def commit(self) -> None:
        """Commit all that is in the folder."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Change")

    def merge(self) -> None:
        """Commit the branch, let main go on meanwhile, and merge."""
        self.commit()
        self.git("switch", "-q", "main")
        self.write("src/bilat/newer.py", "x\n")
        self.commit()
        self.git("merge", "-q", "--no-ff", "-m", "Merge", "proposal")

    def step(self, job: str, id_: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run one step of the workflow, as GitHub does, with the bilat that is installed here."""
        found = read(GITHUB / "workflows" / "check.yml")["jobs"][job]["steps"]
        step = next(step for step in found if step.get("id") == id_)
        environment = {
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_OUTPUT": str(self.folder / "output"),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
            **variables,
        }
        shell = ["bash", "-eo", "pipefail"] if step.get("shell") == "bash" else ["bash", "-e"]
        command = [*shell, "-c", step["run"]]
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)

    def code(self) -> str:
        """Return what the first job finds out about the pull request."""
        run = self.step("main", "changed")

        assert (run.returncode, run.stderr) == (0, "")
        return (self.folder / "output").read_text("utf-8")

    def summary(self) -> str:
        """Return what the steps have written for people."""
        return (self.folder / "summary").read_text("utf-8")


@pytest.fixture
def proposal(tmp_path: Path) -> PullRequest:
    """Make a pull request in which nothing is changed yet."""
    return PullRequest(tmp_path)


@pytest.mark.parametrize("name", ["datasets/src/x.md", "docs/src/notes.md", "README.md", "srcs/x", "d/pyproject.toml"])
def test_what_is_no_code_is_judged_by_main(proposal: PullRequest, name: str) -> None:
    """Records and documents, wherever they lie, leave the verdict to main, as does what main itself did meanwhile."""
    proposal.write(name, "y\n")
    proposal.merge()

    assert proposal.code() == "code=false\n"


@pytest.mark.parametrize(
    "name", ["src/bilat/edtf.py", "schemas/x.json", "tests/world/x.yaml", "pyproject.toml", "src/ö\n"]
)
def test_code_is_noticed_beside_records(proposal: PullRequest, name: str) -> None:
    """A changed or added file of code is noticed whatever its name, and whatever else was changed."""
    proposal.write(name, "y\n")
    proposal.write("datasets/places/pier.yaml", "name: Pier\ntype: venue\n")
    proposal.merge()

    assert proposal.code() == "code=true\n"


@pytest.mark.parametrize("to", ["docs/edtf.py", None], ids=["moved", "deleted"])
def test_code_that_went_away_is_noticed(proposal: PullRequest, to: str | None) -> None:
    """A file of code that was moved elsewhere or deleted is a change of code."""
    if to:
        proposal.git("mv", "src/bilat/edtf.py", to)
    else:
        proposal.git("rm", "-q", "src/bilat/edtf.py")
    proposal.merge()

    assert proposal.code() == "code=true\n"


@pytest.mark.parametrize(
    ("code", "main", "own", "passes"),
    [
        ("false", "success", "", True),
        ("false", "failure", "", False),
        ("false", "skipped", "", False),
        ("false", "failure", "success", False),
        ("true", "failure", "success", True),
        ("true", "success", "failure", False),
        ("true", "success", "", False),
        ("true", "success", "cancelled", False),
        ("", "success", "success", False),
    ],
)
def test_the_verdict_is_that_of_the_one_judge_who_decides(
    proposal: PullRequest, code: str, main: str, own: str, passes: bool
) -> None:
    """Without changed code main decides, with it the pull request's own; a judge that did not finish passes nothing."""
    run = proposal.step("verdict", "decide", CODE=code, MAIN=main, OWN=own)

    assert run.returncode == (0 if passes else 1)
    assert run.stdout.endswith(f"**{'Passed' if passes else 'Not passed'}.**\n")
    assert proposal.summary() == run.stdout


def test_both_results_are_shown() -> None:
    """The page of a run tells both results, and which of them decided."""
    command = [sys.executable, str(JUDGES), "decide", "true", "failure", "success"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)

    assert run.stdout == (
        "| the records, judged by | result |\n"
        "|---|---|\n"
        "| the code of main | errors, or it could not run to its end |\n"
        "| the code of the pull request | no errors |\n"
        "\n"
        "It changes code or schemas, so its own code decides. **Passed.**\n"
    )


def test_other_arguments_are_answered_with_the_manual() -> None:
    """The script says what it takes, and does not pass by mistake."""
    run = subprocess.run([sys.executable, str(JUDGES), "decide"], capture_output=True, text=True, check=False)

    assert (run.returncode, run.stdout) == (2, "")
    assert "judges.py changed REPOSITORY BASE HEAD" in run.stderr


@pytest.mark.parametrize("job", ["main", "own"])
def test_sound_records_pass(proposal: PullRequest, job: str) -> None:
    """A pull request without a fault is told so."""
    proposal.write("datasets/places/pier.yaml", "name: Pier\ntype: venue\npart_of: harbour-city\n")
    proposal.merge()
    run = proposal.step(job, "judge")

    assert (run.returncode, run.stdout) == (0, "no findings\n")


@pytest.mark.parametrize("job", ["main", "own"])
def test_a_fault_is_shown_on_its_line(proposal: PullRequest, job: str) -> None:
    """A finding names the file as the pull request does, so that GitHub shows it there; all of it is on the page."""
    visit = (proposal.repository / VISIT).read_text("utf-8")
    proposal.write(VISIT, visit.replace("kind: visit", "kind: trip"))
    proposal.merge()
    run = proposal.step(job, "judge")
    shown = proposal.step(job, "show")

    assert run.returncode == 1
    assert run.stdout.startswith(f"::error file={VISIT},line=2,col=7,title=S03::`trip` is not a term of kind. ")
    assert (shown.returncode, shown.stdout) == (0, "")
    assert proposal.summary().startswith(f"    {VISIT}:2:7: error S03 `trip` is not a term of kind\n")
    assert [line for line in proposal.summary().splitlines() if not line.startswith("    ")] == []


def test_a_job_judges_with_the_code_that_it_is_named_after() -> None:
    """Each job installs from one folder only, and both judge the records of the pull request."""
    jobs = read(GITHUB / "workflows" / "check.yml")["jobs"]
    installs = {
        name: [step["run"] for step in job["steps"] if step.get("id") == "install"] for name, job in jobs.items()
    }

    assert installs == {
        "main": ["python -m pip install --quiet './main[curate]'"],
        "own": ["python -m pip install --quiet './pr[curate]'"],
        "verdict": [],
    }


def test_only_where_its_own_code_decides_may_main_object() -> None:
    """Main's objection fails its job unless code was changed, and the second job exists only then."""
    jobs = read(GITHUB / "workflows" / "check.yml")["jobs"]
    judge = next(step for step in jobs["main"]["steps"] if step.get("id") == "judge")

    assert judge["continue-on-error"] == "${{ steps.changed.outputs.code == 'true' }}"
    assert jobs["own"]["if"] == "${{ !cancelled() && needs.main.outputs.code == 'true' }}"
    assert jobs["verdict"]["if"] == "${{ !cancelled() }}"
