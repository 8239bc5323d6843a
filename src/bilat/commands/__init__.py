"""The command line: one thin module a command; only here anything prints or exits.

Exit 0: clean. Exit 1: findings. Exit 2: something kept the work from being done.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Final

import click

from bilat import __version__
from bilat.errors import BilatError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: Final = ("build", "check", "explain")
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
    try:
        cli.main(arguments, prog_name="bilat", standalone_mode=True)
    except BilatError as error:
        click.echo(f"bilat: {error}", err=True)
        if error.help:
            click.echo(f"help: {error.help}", err=True)
        sys.exit(TROUBLE)
