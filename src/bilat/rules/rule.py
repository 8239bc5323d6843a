"""What a rule is: one function over the resolved whole, with a code that is never reused and a page of its own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from bilat.findings import Finding, Severity
from bilat.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from bilat.corpus import Corpus
    from bilat.findings import Location


class Fault(Frozen):
    """One place at which a rule fires: a fact, why it is one, and how to mend it.

    Faults with the same cause in one file are one finding; `field` is the path that an acceptance may name.
    """

    where: Location
    message: str
    note: str = ""
    help: str = ""
    field: str = ""
    cause: str = ""


class Rule(Frozen):
    """A rule: its code, the fault it is named after, how much it weighs, the records it looks at, and its page.

    One that is `whole` compares a record with all others, and judges only when all of them are there.
    """

    code: str
    name: str
    severity: Severity
    over: str
    check: Callable[[Any, Corpus], Iterable[Fault]]
    page: str
    whole: bool = False

    def findings(self, corpus: Corpus, only: Collection[str] | None = None) -> Iterator[Finding]:
        """Yield what the rule finds in all records of its kind, or in those that stand in certain files."""
        for record in getattr(corpus, self.over).values():
            if only is not None and getattr(record, "file", None) not in only:
                continue
            for fault in self.check(record, corpus):
                yield self._finding(fault, record.id)

    def _finding(self, fault: Fault, record: str) -> Finding:
        return Finding(
            self.code,
            fault.where,
            fault.message,
            fault.note,
            fault.help,
            self.severity,
            record,
            fault.field,
            fault.cause,
        )


def place(where: Location) -> str:
    """Name another place the way notes do: file and line."""
    return f"{where.path}:{where.line}"


def accepting(code: str, field: str = "") -> str:
    """Return what a record has to say for a warning to stay, complete enough to paste."""
    path = f", path: {field}" if field else ""
    return f"accept: [{{rule: {code}{path}, because: your reason}}]"


def rule(
    code: str, over: str, severity: Severity = Severity.ERROR, *, whole: bool = False
) -> Callable[[Callable[[Any, Corpus], Iterable[Fault]]], Rule]:
    """Make a rule of a function; its name is that of its module, its page the module's docstring.

    `over` names the records of the corpus that it is called with, one by one: meetings, sources, ids for all, ...
    """

    def made(check: Callable[[Any, Corpus], Iterable[Fault]]) -> Rule:
        module = sys.modules[check.__module__]
        name = check.__module__.rpartition(".")[2].replace("_", "-")
        return Rule(code, name, severity, over, check, module.__doc__ or "", whole)

    return made
