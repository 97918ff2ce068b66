"""Facts about a file that cost nothing, but that its author should know: how its `main` is run, or that it is not."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .source import Source
from .words import quoted

RUNNERS = ("run", "run_until_complete", "run_forever", "Runner", "run_coroutine_threadsafe")
"""Last parts of names of what may run a coroutine."""

MOST = 2
"""Remarks on one file."""


def remarks(source: str) -> tuple[str, ...]:
    """Return what a file's author should know of how its `main` is run: a sentence each, two at most.

    Of a text that is no program nothing is said.

    >>> remarks("async def main(): ...")
    ('No line of the file runs `main()`: running the file with Python prints nothing.',)
    """
    program = Source(source)
    return tuple([*_unguarded(program), *_never_run(program)][:MOST])


def _unguarded(program: Source) -> Iterator[str]:
    """Yield a remark on the first runner that runs whenever the file is loaded."""
    runner = any(program.callee(call) == "asyncio.Runner" for call in program.calls)
    for call in program.calls:
        if _is_runner(program, call, runner) and _at_module(program, call) and not _is_guarded(program, call):
            yield (
                f"{quoted(program.code(call))} on line {call.lineno} runs whenever the file is loaded, also by an "
                '`import`; under `if __name__ == "__main__":` it runs only when the file itself is run.'
            )
            return


def _is_runner(program: Source, call: ast.Call, runner: bool) -> bool:
    """Whether a call runs a coroutine; `runner`: whether the program makes an `asyncio.Runner`."""
    name = program.callee(call)
    if name == "asyncio.run" or name.rpartition(".")[2] in ("run_until_complete", "run_forever"):
        return True
    return runner and isinstance(call.func, ast.Attribute) and call.func.attr == "run" and name != "subprocess.run"


def _never_run(program: Source) -> Iterator[str]:
    """Yield a remark on a `main` that no line of the file can have run."""
    main = program.functions.get("main")
    if not isinstance(main, ast.AsyncFunctionDef) or not isinstance(program.parent(main), ast.Module):
        return
    names = [node for node in program.nodes if isinstance(node, ast.Name) and node.id == "main"]
    calls = program.calls_of("main")
    bare = [call for call in calls if program.is_statement(call) and _at_module(program, call)]
    if program.calls_of(*RUNNERS) or len(names) != len(bare) or len(calls) != len(bare):
        # Something may run it, or hand it on.
        return
    others = [node for node in program.nodes if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)]
    idle = all(node.value in bare for node in others if _at_module(program, node))
    effect = f"running the file with Python {'prints nothing' if idle else 'does not start it'}."
    if bare:
        yield f"`main()` on line {bare[0].lineno} only makes a coroutine, and nothing runs it: {effect}"
    else:
        yield f"No line of the file runs `main()`: {effect}"


def _at_module(program: Source, node: ast.AST) -> bool:
    """Whether a node works while the file is loaded, and not when a function is called."""
    inner = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    return not any(isinstance(outer, inner) for outer in program.around(node))


def _is_guarded(program: Source, node: ast.AST) -> bool:
    """Whether a node stands under a test of `__name__`."""
    tests = (outer.test for outer in program.around(node) if isinstance(outer, ast.If))
    return any("__name__" in program.names_in(test) for test in tests)
