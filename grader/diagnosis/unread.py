"""A text that Python cannot read: where `await` cannot stand, and what else is no Python.

Python says most often no more than "invalid syntax". Where the words of asyncio are why, a row of the table says so.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from grader.model import Diagnostic, Rejected

from .case import Case
from .versions import form

_AWAIT_OUTSIDE = ("outside async function", "outside function", "outside of an asynchronous function")


def syntax(case: Case) -> Iterator[Diagnostic]:
    """Name what Python said of the text."""
    for run in case.runs:
        outcome = run.trace.outcome
        if isinstance(outcome, Rejected) and outcome.code in ("syntax-error", "unreadable-source"):
            yield _await_outside(case, outcome) or _syntax_error(case, outcome)
            return


def _await_outside(case: Case, outcome: Rejected) -> Diagnostic | None:
    line = case.line(outcome.place)
    if line is None or not any(part in outcome.message for part in _AWAIT_OUTSIDE):
        return None
    kinds = ast.Await | ast.AsyncFor | ast.AsyncWith | ast.comprehension
    found = [node for node in case.code.nodes if isinstance(node, kinds) and getattr(node, "lineno", line) == line]
    node = next((node for node in found if hasattr(node, "lineno")), None)
    word = {ast.AsyncFor: "async for", ast.AsyncWith: "async with"}.get(type(node), "await") if node else "await"
    word = "async for" if "comprehension" in outcome.message else word
    function = case.code.function_of(node) if node is not None else case.code.function_at(line)
    inside = next((outer for outer in case.code.around(node) if isinstance(outer, ast.Lambda)), None) if node else None
    if inside is not None:
        message = f"`{word}` stood in a `lambda`, which is a plain function"
    elif isinstance(function, ast.AsyncFunctionDef):
        message = f"`{word}` stood where `{function.name}` does not run: in its first line, or in a class"
    elif function is None:
        message = f"`{word}` stood outside of any function"
    else:
        message = f"`{word}` stood in `{function.name}`, which is defined with `def`"
    return case.diagnostic(
        "await-outside-async",
        message,
        node or outcome.place,
        label="this can wait only inside an `async def`",
        notes=[f"Python's words: {outcome.message}"],
        hint="Which kind of function can hand control to the event loop while it waits?",
    )


class Misplaced(NamedTuple):
    """A word that cannot stand where it stands."""

    pattern: str
    """`Python's words | the line of the program`; the group `word` is the word, or what stands beside it."""
    message: str
    """What stood there; `WORD` is that word, `FUNCTION` the function round it."""
    label: str
    hint: str


_GENERAL = r"(?:invalid syntax|expected|cannot assign|cannot delete|unterminated|unmatched|unexpected)[^|]* \| .*?"
MISPLACED = (
    Misplaced(
        r"'return' with value in async generator",
        "`FUNCTION` had both a `yield` and a `return` with a value",
        "a generator gives items, and no result",
        "Is this function to give one result, or items one after another?",
    ),
    Misplaced(
        _GENERAL + r"\bdef\s+async\s+(?P<word>\w+)",
        "`def` stood before `async`",
        "two words that go together, in another order",
        "In which order do the two words stand that begin a coroutine function?",
    ),
    Misplaced(
        _GENERAL + r"(?:(?:\bdef\s+|\.|\bimport\s+|\bas\s+)|(?<=\| )(?=\w+\s*=(?!=)))(?P<word>async|await)\b",
        "`WORD` was used as a name, and is a word of the language since Python 3.7",
        "no name",
        "What else could this be called?",
    ),
    Misplaced(
        _GENERAL + r"\basync\s+(?!def\b|for\b|with\b)(?P<word>[a-z]+)",
        "`async` stood before `WORD`, which cannot be asynchronous",
        "`async` belongs to `def`, `for` and `with`",
        "What is to wait here, and which statement or function can do that?",
    ),
    Misplaced(
        _GENERAL + r"\bawait\s+(?P<word>for|with|def|if|while|class|return|import|try)\b",
        "`await` stood before `WORD`, which is no value",
        "`await` takes a value that can be awaited",
        "What is to be waited for here, and which word makes this statement wait?",
    ),
    Misplaced(
        _GENERAL + r"\bawait\s*(?:#.*)?$",
        "`await` stood with nothing behind it",
        "what is waited for is missing",
        "What is this line to wait for?",
    ),
)


def _misplaced(case: Case, outcome: Rejected, line: int) -> Diagnostic | None:
    """Name a word of asyncio that Python did not expect there."""
    lines = case.code.text.splitlines()
    text = f"{outcome.message} | {lines[line - 1].strip() if line <= len(lines) else ''}"
    function = case.code.function_at(line)
    for row in MISPLACED:
        found = re.match(row.pattern, text)
        if found is not None:
            word = found.groupdict().get("word") or ""
            name = function.name if function is not None else "it"
            return case.diagnostic(
                "syntax-error",
                row.message.replace("WORD", word).replace("FUNCTION", name),
                outcome.place,
                label=row.label,
                notes=[f"Python's words: SyntaxError: {outcome.message}"],
                hint=row.hint,
            )
    return None


def _syntax_error(case: Case, outcome: Rejected) -> Diagnostic:
    line = case.line(outcome.place)
    old = form(case.code.lines[line - 1], outcome.message) if line is not None else None
    if old is not None:
        return case.diagnostic(
            "syntax-error",
            f"line {line} {old.fact}",
            outcome.place,
            label="another Python reads this, not this one",
            notes=[f"Python's words: SyntaxError: {outcome.message}"],
            hint=old.hint,
        )
    found = _misplaced(case, outcome, line) if line is not None else None
    if found is not None:
        return found
    other = outcome.place if case.is_script and line is None else None
    where = f"line {line}" if line is not None else f"line {other.line} of {other.file}" if other else "the file"
    return case.diagnostic(
        "syntax-error",
        f"Python could not read {where}: {outcome.message}",
        outcome.place,
        label="here, or right before",
        hint=next((hint for said, hint in QUESTIONS if re.search(said, outcome.message)), _EXPECTED),
    )


_EXPECTED = "What does Python expect at this place, or at the end of the line before?"
QUESTIONS = (
    (r"was never closed", "Which bracket closes this one, and behind which word does it belong?"),
    (r"unmatched|does not match opening", "Which bracket was opened last, and which one closes it here?"),
    (r"unterminated", "Where does this text end, and which quotes close it?"),
    (
        r"invalid (?:non-printable )?character",
        "Was this line copied, and which of its characters stands in no program?",
    ),
    (r"expected ':'", "Which sign ends a line that begins a block?"),
    (r"indent|[Tt]abs", "How far to the right does this line belong, and is it moved by spaces only?"),
    (r"forgot a comma|Perhaps", "What separates the things in this list or call?"),
    (r"cannot assign|==", "Is a value given a name here, or are two values compared?"),
)
"""What Python says -> the question that leads on."""
