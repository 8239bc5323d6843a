"""Rewrite what CONTRIBUTING.md shows as printed by commands, by running its example in the invented world.

A console block holds commands and what they print, a yaml block whose first line is a comment with a path is a file,
and a diff block exchanges lines of the file that was shown last. Run it after a message has changed; a test compares.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "CONTRIBUTING.md"
BLOCK = re.compile(r"^```(console|yaml|diff)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAME = re.compile(r"# (datasets/\S+)\n")


@dataclass
class Reader:
    """Somebody who does what the page says: the folder in which they stand, and the file that was shown last."""

    folder: Path
    file: Path = field(default=Path())

    def follow(self, block: re.Match[str]) -> str:
        """Do what one block says, and return the block with what commands print."""
        kind, text = block.groups()
        match kind:
            case "console":
                commands = re.findall(r"^\$ (.*)$", text, re.MULTILINE)
                text = "".join(f"$ {command}\n{self.run(command)}" for command in commands)
            case "yaml":
                self.write(text)
            case _:
                self.exchange(text)
        return f"```{kind}\n{text}```"

    def run(self, command: str) -> str:
        """Run a command with the bilat of this Python, stay in the folder that it leads to, return what it prints."""
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        shell = ["bash", "-c", f'{command}\ncode=$?\n[ $code -lt 2 ] && pwd > "{self.folder}/.stands"']
        printed = subprocess.run(  # noqa: S603 - the page is ours
            shell,
            cwd=self.folder,
            env={**os.environ, "PATH": path, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        stands = self.folder / ".stands"
        self.folder = Path(stands.read_text("utf-8").strip())
        stands.unlink()
        return printed.stdout

    def write(self, text: str) -> None:
        """Write a file that is shown with its path."""
        name = NAME.match(text)
        if name:
            self.file = self.folder / name[1]
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_text(text, "utf-8")

    def exchange(self, text: str) -> None:
        """Exchange lines of the file that was shown last.

        Raises:
            ValueError: The lines that are to go do not stand there exactly once.
        """
        old, new = ("".join(line[1:] for line in text.splitlines(keepends=True) if line[0] == sign) for sign in "-+")
        before = self.file.read_text("utf-8")
        if before.count(old) != 1:
            raise ValueError(f"{self.file.name} does not hold exactly once: {old}")
        self.file.write_text(before.replace(old, new), "utf-8")


def rewritten(text: str, folder: Path) -> str:
    """Return the page with what its commands print, having followed it in an empty folder."""
    checkout = folder / "checkout"
    shutil.copytree(ROOT / "tests" / "world", checkout / "tests" / "world")
    shutil.copy(ROOT / "datapackage.json", checkout)
    reader = Reader(checkout)
    return BLOCK.sub(reader.follow, text)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        PAGE.write_text(rewritten(PAGE.read_text("utf-8"), Path(made)), "utf-8")
