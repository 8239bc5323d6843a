"""bilat explain: a rule with its examples, or the chain behind a value."""

from __future__ import annotations

import re

import click

_CODE = re.compile(r"[A-Z][0-9]{2}")


@click.command("explain")
@click.argument("what")
@click.argument("field", required=False)
@click.option("--version", help="Which state; if left out, the last build in a checkout, else the release.")
def command(what: str, field: str | None, version: str | None) -> None:
    """Explain the rule WHAT, such as D03; or who says what about FIELD of the record WHAT.

    Exit 0: explained. Exit 2: there is no such rule, record or field, or nothing was built yet.
    """
    if _CODE.fullmatch(what):
        click.echo(_page(what), nl=False)
        return
    from bilat import access
    from bilat.access import states

    state = version or (states.DEV if states.checkout() else None)
    click.echo(str(access.explain(what, field, state)))


def _page(code: str) -> str:
    from bilat import rules, suggest
    from bilat.errors import UnknownRecord

    found = rules.rules().get(code)
    if found is None:
        raise UnknownRecord(f"no rule has the code {code}", f"rules: {suggest.phrase(rules.rules())}")
    return found.page
