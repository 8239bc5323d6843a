"""The command line: one thin module a command; only here anything prints or exits.

In go arguments and a checkout. Out come text and an exit code: 0 for clean, 1 for findings, 2 where something kept the
work from being done, a fault of our own included. May import all stages before it.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import io
import sys
from typing import TYPE_CHECKING, Final

import click

from bilat import __version__
from bilat.errors import BilatError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: Final = ("build", "check", "explain", "fmt", "new", "release", "rename", "retire", "schema", "verify")
TROUBLE: Final = 2


class _Commands(click.Group):
    """Finds a command by the name of its module, so that no command pays for the imports of another."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = importlib.import_module(f"bilat.commands.{cmd_name}").command
        return found


@click.command(cls=_Commands)
@click.version_option(__version__, prog_name="bilat")
def cli() -> None:
    """Check, compile and explain a sourced dataset of official contacts."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit."""
    # One command lives shortly and records hold no cycles: looking for some took a third of the time.
    gc.disable()
    atexit.register(gc.freeze)  # nor are they looked through before the end, which would take a tenth
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # for a terminal or pipe that lacks a letter
    try:
        cli.main(arguments, prog_name="bilat", standalone_mode=True)
    except BilatError as error:
        _trouble(str(error), error.help)
    except OSError as error:
        _trouble(f"{error.filename or 'a file'} cannot be used: {(error.strerror or str(error)).lower()}")
    except Exception:
        import traceback

        traceback.print_exc()
        _trouble("a fault of bilat itself, not of the records", "report it with the lines above")
    sys.exit(TROUBLE)


def _trouble(message: str, help: str = "") -> None:  # noqa: A002
    click.echo(f"bilat: {message}", err=True)
    if help:
        click.echo(f"help: {help}", err=True)
