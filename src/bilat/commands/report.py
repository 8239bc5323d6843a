"""Findings as text for people, as annotations for GitHub, or as JSON; and progress, on a terminal only."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

import click

from bilat.findings import Severity
from bilat.frozen import as_dict

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bilat.findings import Finding


def render(found: Sequence[Finding], style: str, root: Path) -> str:
    """Return the findings in one of the styles, ending with a newline."""
    return STYLES[style](found, root)


def step(what: str) -> None:
    """Say on a terminal what is being done; elsewhere say nothing."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{what} …", err=True, nl=False)


def text(found: Sequence[Finding], root: Path) -> str:
    """Write each finding with the reader's own line under it, and a count at the end."""
    lines = [line for finding in found for line in _finding(finding, root)]
    return "\n".join([*lines, _count(found)]) + "\n"


def github(found: Sequence[Finding], root: Path) -> str:
    """Write annotations; errors come first, since only so many are shown."""
    ordered = sorted(found, key=lambda finding: finding.severity is Severity.WARNING)
    return "".join(f"{_annotation(finding)}\n" for finding in ordered) + _count(found) + "\n"


def as_json(found: Sequence[Finding], root: Path) -> str:
    """Write one list of objects, one a finding."""
    return json.dumps(found, ensure_ascii=False, indent=2, default=as_dict) + "\n"


STYLES: Final[dict[str, Callable[[Sequence[Finding], Path], str]]] = {"text": text, "github": github, "json": as_json}


def _finding(finding: Finding, root: Path) -> list[str]:
    where = finding.location
    lines = [f"{where}: {finding.severity} {finding.code} {finding.message}", *_excerpt(finding, root)]
    if finding.note:
        lines.append(f"   note: {finding.note}")
    if finding.help:
        lines.append(f"   help: {finding.help}")
    if finding.more:
        lines.append(f"   and in {finding.more} more place{'s' if finding.more > 1 else ''} of this file")
    return lines


def _excerpt(finding: Finding, root: Path) -> list[str]:
    """Show the line as its writer wrote it, less what a terminal would obey; what is behind a link is not shown."""
    path = root / finding.location.path
    if path.is_symlink() or not path.is_file():
        return []
    try:
        line = path.read_text("utf-8").split("\n")[finding.location.line - 1].rstrip("\r")
    except (OSError, UnicodeDecodeError, IndexError):
        return []
    line = "".join(character if character.isprintable() else "·" for character in line)
    if len(line) > 200:
        return []
    number = str(finding.location.line)
    mark = " " * (finding.location.column - 1) + "^" * min(finding.location.width, max(len(line), 1))
    return [f"   {number} | {line}", f"   {' ' * len(number)}   {mark}"]


def _annotation(finding: Finding) -> str:
    where = finding.location
    body = ". ".join(part for part in (finding.message, finding.note, finding.help) if part)
    head = f"file={_escaped(where.path, ':,')},line={where.line},col={where.column},title={finding.code}"
    return f"::{finding.severity} {head}::{_escaped(body)}"


def _escaped(text: str, more: str = "") -> str:
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _count(found: Sequence[Finding]) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    warnings = len(found) - errors
    if not found:
        return "no findings"
    return f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
