"""The mistakes that a program might have had: one changed place each.

A check that lets such a program pass has a hole, unless the program is as right as the one that it was made of. The
operators are those of asynchronous programs: what is awaited, held, cancelled and in which order. What they change is
the text, so a mutant looks like the program of a learner, comments included.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .operators import OPERATORS
from .program import Change, Program


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


def faked(source: str, lines: Sequence[tuple[int, str]], end: int) -> list[Mutant]:
    """Return the mutant whose `main` prints these lines at these times (in nanoseconds), and does nothing else.

    None where the program has no coroutine function `main`, or one that does just that. Raises SyntaxError for a text
    that is no program.
    """
    program = Program(source)
    for body in program.bodies():
        indent = program.indent(body[0])
        match program.parent(body[0]):
            case ast.AsyncFunctionDef(name="main") as main if main in program.tree.body and indent is not None:
                text = f"\n{indent}".join(_printing(lines, end))
                edit = program.between(program.start(body[0]), program.end(body[-1]), text)
                mutant = _mutant(program, "fake-output", Change((edit,)))
                return [mutant] if _tree(mutant.source) != ast.dump(program.tree) else []
    return []


def _printing(lines: Sequence[tuple[int, str]], end: int) -> Iterator[str]:
    now = 0
    for time, text in (*lines, (end, None)):
        if time > now:
            yield f"await asyncio.sleep({(time - now) / 1_000_000_000:.9g})"
            now = time
        if text is not None:
            yield f"print({text!r})"


def _all(program: Program) -> Iterator[Mutant]:
    for operator in OPERATORS:
        for change in operator.changes(program):
            yield _mutant(program, operator.name, change)


def _mutant(program: Program, operator: str, change: Change) -> Mutant:
    line, before, after = program.shown(change)
    return Mutant(
        operator=operator,
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
