"""Plain questions on a terminal, and none elsewhere; a name is never replaced by a likeness without asking."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from bilat import contract, suggest
from bilat.errors import Refused
from bilat.frozen import Frozen
from bilat.records.blanks import MARK
from bilat.upkeep import nearby

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilat.corpus.index import Index
    from bilat.upkeep.forms import Ask


class Asker(Frozen):
    """Gets answers from options, else from whoever sits at the terminal, if somebody does."""

    index: Index
    is_terminal: bool

    def answer(self, ask: Ask, given: Sequence[str], default: str) -> tuple[str, ...]:
        """Return the answers to one question; none if nothing was answered.

        Raises:
            Refused: What an option names does not exist, and nobody is there to choose.
        """
        if given:
            return tuple(self._resolved(ask, text.strip()) for text in given)
        if not self.is_terminal:
            return (default,) if default else ()
        text = self._text(ask, default)
        parts = text.split(",") if ask.many else [text]
        return tuple(self._resolved(ask, part.strip()) for part in parts if part.strip())

    def stop_at_likeness(self, kind: str, name: str) -> None:
        """Show the records that the new one may be already; on a terminal, stop if it is one of them."""
        near = nearby.matches(self.index, kind, name)
        if not near:
            return
        click.echo(f"   already there, of the kind {kind}:", err=True)
        self._show(near)
        if self.is_terminal:
            text = str(
                click.prompt("   its number if it is one of them, or Enter", default="", show_default=False, err=True)
            )
            if text.strip().isdecimal() and 0 < int(text) <= len(near):
                click.echo(f"this is {near[int(text) - 1]}")
                sys.exit(1)

    def id(self, proposed: str | None, kind: str) -> str:
        """Return the id for the new record.

        Raises:
            Refused: None can be proposed, and nobody is there to give one.
        """
        if self.is_terminal:
            return str(click.prompt("id", default=proposed, err=True)).strip()
        if proposed is None:
            raise Refused("what was given is not enough to propose an id", f"give one: bilat new {kind} ID")
        return proposed

    def _show(self, near: Sequence[str]) -> None:
        for number, id_ in enumerate(near, 1):
            click.echo(f"   {number}  {id_}  {next(iter(nearby.names(self.index, id_)), '')}", err=True)

    def _text(self, ask: Ask, default: str) -> str:
        question = self._question(ask)
        while True:
            text = str(click.prompt(question, default=default, show_default=bool(default), err=True)).strip()
            terms = contract.vocabularies()[ask.terms].names if ask.terms else ()
            if not terms or not text or text in terms:
                return text
            near = suggest.nearest(text, terms)
            click.echo(f"   `{text}` is none of them{f'; near: {suggest.phrase(near)}' if near else ''}", err=True)

    def _question(self, ask: Ask) -> str:
        terms = f" ({', '.join(contract.vocabularies()[ask.terms].names)})" if ask.terms else ""
        sides = self.index.dataset.sides if ask.of == "participant" and ask.many and self.index.dataset else {}
        shown = f" ({', '.join(sides)})" if sides else ""
        return f"{ask.question}{terms}{shown}{', commas between' if ask.many else ''}"

    def _resolved(self, ask: Ask, text: str) -> str:
        """Return the id that is meant; of a participant with its side before it."""
        if not ask.of:
            return text
        if not (ask.of == "participant" and ask.many):
            return self._chosen(ask.of, text)
        side, point, person = text.partition(".")
        sides = self.index.dataset.sides if self.index.dataset else {}
        if not point or side not in sides:
            raise Refused(f"`{text}` names no side", f"write SIDE.person; the sides are {suggest.phrase(sides)}")
        return f"{side}.{self._chosen(ask.of, person.strip())}"

    def _chosen(self, kind: str, text: str) -> str:
        while not nearby.exists(self.index, kind, text):
            near = nearby.matches(self.index, kind, text)
            if not self.is_terminal:
                raise Refused(f"no {kind} has the id `{text}`", _advice(kind, near))
            click.echo(f"   no {kind} has the id `{text}`{'; near:' if near else ''}", err=True)
            self._show(near)
            question = "   its number, another name, or Enter to leave it open"
            text = str(click.prompt(question, default="", show_default=False, err=True)).strip()
            if not text:
                return MARK
            if text.isdecimal() and 0 < int(text) <= len(near):
                return near[int(text) - 1]
        return text


def _advice(kind: str, near: Sequence[str]) -> str:
    if near:
        return f"the nearest: {suggest.phrase(near)}"
    if kind == "position":
        return "write organization/position; a new one stands under positions: of its organization"
    return f"for a new one: bilat new {kind}"
