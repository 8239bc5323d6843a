"""bilat new: a scaffold for a record, from options and, on a terminal, from answers."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilat import contract, corpus, records
from bilat.commands import questions, where
from bilat.upkeep import forms, ids, proposal, scaffold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilat.corpus.index import Index
    from bilat.upkeep.forms import Answers, Ask

command = click.Group(
    "new",
    help="""Begin a record: write a scaffold into its folder, with (fill in) at each blank.

    What no option gives is asked on a terminal, and is a blank elsewhere. Names of people, places, sources and other
    records that do not exist are answered with the nearest that do.
    """,
)


def _begin(kind: str, id_: str | None, root: Path | None, given: Answers) -> None:
    root = where.checkout(root)
    index = corpus.resolve(records.read_tree(root / "datasets"))
    if id_:
        ids.refuse_taken(index, id_)
    asker = questions.Asker(index, is_terminal=sys.stdin.isatty())
    answers: Answers = {}
    for ask in forms.FORMS[kind]:
        answers[ask.name] = asker.answer(ask, given.get(ask.name, ()), _default(ask, asker))
        if ask.name == "url" and answers["url"]:
            _stop_at_known(root, index, answers["url"][0])
        if ask.name in ("name", "label") and answers[ask.name]:
            asker.stop_at_likeness(kind, answers[ask.name][0])
    proposed = proposal.propose(kind, answers, lambda one: ids.taken(index, one))
    made = scaffold.write(root, index, kind, id_ or asker.id(proposed, kind), answers)
    click.echo(f"wrote {made.path}")
    if made.blanks:
        click.echo(f"to fill in: {', '.join(made.blanks)}")
    click.echo(f"then: bilat check {made.path}")


def _default(ask: Ask, asker: questions.Asker) -> str:
    """Return what Enter answers; somebody at a terminal has mostly read the document on the same day."""
    if ask.name == "seen_on" and asker.is_terminal:
        return datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    return ask.default


def _stop_at_known(root: Path, index: Index, url: str) -> None:
    if known := scaffold.known_address(root, index, url):
        click.echo(f"this address is that of {known.id}\n   {known.path}: {' and '.join(known.addresses)}")
        sys.exit(1)


def _options(kind: str) -> Sequence[click.Parameter]:
    asked = [
        click.Option(
            [ask.option, ask.name],
            multiple=ask.many,
            type=click.Choice(contract.vocabularies()[ask.terms].names) if ask.terms else str,
            help=f"{ask.question[:1].upper()}{ask.question[1:]}{'; may be repeated' if ask.many else ''}.",
        )
        for ask in forms.FORMS[kind]
    ]
    root = click.Option(
        ["--root"],
        type=click.Path(file_okay=False, path_type=Path),
        help="The checkout; found by itself if left out.",
    )
    return [click.Argument(["id_"], metavar="[ID]", required=False), *asked, root]


def _subcommand(kind: str) -> click.Command:
    def run(id_: str | None, root: Path | None, **given: str | tuple[str, ...] | None) -> None:
        texts = {name: (value,) if isinstance(value, str) else value or () for name, value in given.items()}
        _begin(kind, id_, root, texts)

    help_ = f"""Begin the record of {"an" if kind[0] in "aeiou" else "a"} {kind}; without ID, one is proposed.

    Exit 0: written. Exit 1: it exists already, and is named. Exit 2: refused, or other trouble.
    """
    return click.Command(kind, callback=run, params=list(_options(kind)), help=help_)


for _kind in forms.FORMS:
    command.add_command(_subcommand(_kind))
