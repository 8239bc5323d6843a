"""CPU of `bilat check FILE`, divided by that of starting Python for nothing at all.

The file is the meeting of the checkout that is neither small nor large among its kind. Both commands run in turn, as
processes of their own with compiled modules at hand; other work on the machine only ever adds to a run, so the least
of many is taken. What the libraries alone cost, without which no record is read, is the floor below the ratio.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
ROUNDS: Final = 25
LIBRARIES: Final = "import click, jsonschema_rs, yaml"


def main() -> None:
    """Measure in turn and print one line."""
    file = usual()
    told = {
        "nothing": ["-c", "pass"],
        "libraries": ["-c", LIBRARIES],
        "check": [str(Path(sys.executable).with_name("bilat")), "check", str(file)],
    }
    least = dict.fromkeys(told, float("inf"))
    for _ in range(ROUNDS):
        for name, arguments in told.items():
            least[name] = min(least[name], cpu([sys.executable, *arguments]))
    check, libraries = (least[name] / least["nothing"] for name in ("check", "libraries"))
    print(f"bilat check {file.name}: {check:.1f} times the CPU of bare Python; its libraries alone {libraries:.1f}")


def usual() -> Path:
    """Return the meeting record of middle size."""
    meetings = sorted((ROOT / "datasets" / "meetings").rglob("*.yaml"), key=lambda path: (path.stat().st_size, path))
    return meetings[len(meetings) // 2]


def cpu(command: list[str]) -> float:
    """Return the seconds that a command takes, its own and the system's."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
