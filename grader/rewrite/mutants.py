"""The mistakes that a program might have had: one changed place each.

A check that lets such a program pass has a hole, unless the program is as right as the one that it was made of. The
operators are those of asynchronous programs: what is awaited, held, cancelled and in which order. What they change is
the text, so a mutant looks like the program of a learner, comments included.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from .operators import OPERATORS
from .program import Program


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """A program with one mistake."""

    operator: str
    """Which kind of mistake: a name of `OPERATORS`."""
    function: str
    """The function in which it is made, such as `main` or `Ticker.__anext__`; empty outside of functions."""
    line: int
    """The first line that is changed, counted from 1."""
    before: str
    """What stood there."""
    after: str
    """What stands there now."""
    source: str
    """The whole text."""


def mutants(source: str) -> list[Mutant]:
    r"""Return the mutants of a program, in the order of its lines; no two are the same program.

    Raises SyntaxError for a text that is no program.

    >>> [(mutant.operator, mutant.after) for mutant in mutants("async def main():\n    await work()")]
    [('drop-await', 'work()'), ('drop-statement', 'pass')]
    """
    program = Program(source)
    known = {ast.dump(program.tree)}
    found = []
    for mutant in _all(program):
        tree = _tree(mutant.source)
        if tree and tree not in known:
            known.add(tree)
            found.append(mutant)
    return sorted(found, key=lambda mutant: mutant.line)


def _all(program: Program) -> Iterator[Mutant]:
    for operator in OPERATORS:
        for change in operator.changes(program):
            line, before, after = program.shown(change)
            yield Mutant(
                operator=operator.name,
                function=program.function_at(line),
                line=line,
                before=before,
                after=after,
                source=program.after(change),
            )


def _tree(source: str) -> str:
    """Return a program's tree as text; empty where it is no program, as with an `await` outside of `async def`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "mutant", "exec", dont_inherit=True)
            return ast.dump(ast.parse(source))
    except SyntaxError:
        return ""
