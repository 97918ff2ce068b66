"""What in the text decides about a call that a check makes by code of its own, of which no line of the run tells."""

from __future__ import annotations

import ast
import re

from . import clues
from .case import Case
from .words import quoted


def behind(case: Case, message: str) -> tuple[ast.AST | None, str]:
    """Return what in the text decides about a call of a check's own, and a label for it."""
    returned = re.search(r"` returned '?(.*?)'?$", message)
    if returned is not None:
        found = _given_back(case, returned[1])
        function = case.code.function_of(found) if found is not None else None
        return found, _passed_by(case, found) or f"what `{function.name if function else ''}` gives comes from here"
    began = re.match(r"`(\w+)\(.*` began ", message)
    function = case.code.functions.get(began[1]) if began is not None else None
    enters = [n for n in case.code.nodes if isinstance(n, ast.AsyncFunctionDef) and n.name == "__aenter__"]
    blocks = [node for node in ast.walk(function) if isinstance(node, ast.AsyncWith)] if function is not None else []
    if len(enters) == 1 and blocks:
        return enters[0], f"decides when `{began[1] if began else ''}` gets past line {blocks[0].lineno}"
    return None, ""


def _given_back(case: Case, text: str) -> ast.Return | None:
    """Return the `return` that gave a value: of the one function asked for beside `main`, or what it has a thread call.

    Of several it is the one whose text, with values in it, comes to that.
    """
    asked = [case.code.functions.get(name) for name in case.entry_names if name != "main"]
    function = asked[0] if len(asked) == 1 else None
    for _ in range(2):
        inside = ast.walk(function) if function is not None else ()
        values = [node for node in inside if isinstance(node, ast.Return) and node.value is not None]
        if len(values) > 1:
            values = [n for n in values if isinstance(n.value, ast.JoinedStr) and clues.makes(n.value, text)]
        if len(values) != 1:
            return None
        handed = case.code.calls_of("to_thread", "run_in_executor", within=values[0])
        names = [case.code.dotted(argument) for call in handed for argument in call.args]
        inner = [case.code.functions[name] for name in names if name in case.code.functions]
        if not inner:
            return values[0]
        function = inner[0]
    return None


def _passed_by(case: Case, found: ast.Return | None) -> str:
    """Say which condition did not hold, where a `return` is reached only then: that of the `if` before it."""
    outer = case.code.parent(found) if found is not None else None
    block = getattr(outer, "body", [])
    before = block[: block.index(found)] if isinstance(block, list) and found in block else []
    for one in reversed(before):
        if isinstance(one, ast.If) and isinstance(one.body[-1], ast.Return | ast.Raise) and not one.orelse:
            return f"reached since {quoted(case.code.code(one.test), 60)} on line {one.lineno} did not hold"
    return ""
