"""Whose code judges a pull request: main's alone or, where the pull request changes code, its own as well.

    judges.py changed REPOSITORY BASE HEAD   prints code=true if the two commits differ in code, else code=false
    judges.py decide CODE MAIN OWN           prints both results; exit 0 if the one that decides is success, else 1

Only what Python itself brings is used, so that this runs before anything is installed.
"""

from __future__ import annotations

import subprocess
import sys

CODE = ("src/", "schemas/", "tests/")
FILES = ("pyproject.toml",)
WORDS = {"success": "no errors", "failure": "errors, or it could not run to its end"}


def changed(repository: str, base: str, head: str) -> bool:
    """Say whether any file of code was added, changed, moved or deleted between two commits."""
    command = ["git", "-C", repository, "diff", "--name-only", "--no-renames", "-z", base, head, "--"]
    run = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - its arguments are the workflow's own
    names = run.stdout.decode("utf-8", "replace").split("\0")
    return any(name.startswith(CODE) or name in FILES for name in names)


def decide(code: str, main: str, own: str) -> tuple[bool, str]:
    """Return whether a pull request passes, and both results as Markdown with the one that decides."""
    passes = {"true": own, "false": main}.get(code) == "success"
    why = {
        "true": "It changes code or schemas, so its own code decides.",
        "false": "It changes no code, so the code of main decides.",
    }.get(code, "It is not known whether it changes code, so nothing decides.")
    lines = (
        "| the records, judged by | result |",
        "|---|---|",
        f"| the code of main | {WORDS.get(main, 'did not run')} |",
        f"| the code of the pull request | {WORDS.get(own, 'did not run')} |",
        "",
        f"{why} **{'Passed.' if passes else 'Not passed.'}**",
    )
    return passes, "\n".join(lines)


def run(arguments: list[str]) -> int:
    """Do what the arguments ask for and return the exit code."""
    match arguments:
        case ["changed", repository, base, head]:
            print(f"code={'true' if changed(repository, base, head) else 'false'}")
            return 0
        case ["decide", code, main, own]:
            passes, report = decide(code, main, own)
            print(report)
            return 0 if passes else 1
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
