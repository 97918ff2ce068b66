"""Facts about a file that cost nothing, but that its author should know.

They are of what no check runs: how the file runs its `main`, or that it does not; what a rare cancellation would do.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import chain, islice

from .source import Source
from .words import quoted

RUNNERS = ("run", "run_until_complete", "run_forever", "Runner", "run_coroutine_threadsafe")
"""Last parts of names of what may run a coroutine."""

MOST = 2
"""Remarks on one file."""


def remarks(source: str) -> tuple[str, ...]:
    """Return what a file's author should know: a sentence each, two at most.

    Of a text that is no program nothing is said.

    >>> remarks("async def main(): ...")
    ('No line of the file runs `main()`: running the file with Python prints nothing.',)
    """
    program = Source(source)
    found = (rule(program) for rule in (_unguarded, _not_called, _never_true, _never_run, _never_had))
    return tuple(islice(chain.from_iterable(found), MOST))


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


def _not_called(program: Source) -> Iterator[str]:
    """Yield a remark on a runner that is given a coroutine function in place of its coroutine."""
    for call in program.calls_of(*RUNNERS):
        given = call.args[0] if call.args else None
        if isinstance(given, ast.Name) and isinstance(program.functions.get(given.id), ast.AsyncFunctionDef):
            yield (
                f"{quoted(program.code(call))} on line {call.lineno} is given the function `{given.id}`, and not the "
                "coroutine that a call of it makes: running the file with Python ends there with an error."
            )
            return


def _never_true(program: Source) -> Iterator[str]:
    """Yield a remark on a guard that compares `__name__` with a name that it never has."""
    for node in program.nodes:
        match node:
            case ast.Compare(left=ast.Name(id="__name__"), ops=[ast.Eq()], comparators=[ast.Constant(value=str(name))]):
                if name.strip("_ ") == "main" and name != "__main__":
                    yield (
                        f"{quoted(program.code(node))} on line {node.lineno} is never true, and what depends on it is "
                        'never run: in a file that is run `__name__` is `"__main__"`, with two underscores on each '
                        "side."
                    )
                    return


def _never_had(program: Source) -> Iterator[str]:
    """Yield a remark on an `acquire` whose cancellation gives back what was not taken."""
    for node in program.nodes:
        if not isinstance(node, ast.Try) or not isinstance(node.body[0], ast.Expr):
            continue
        match node.body[0].value:
            case ast.Await(value=ast.Call(func=ast.Attribute(value=limit, attr="acquire")) as call):
                given_back = [
                    release
                    for statement in node.finalbody
                    for release in program.calls_of("release", within=statement)
                    if isinstance(release.func, ast.Attribute) and ast.dump(release.func.value) == ast.dump(limit)
                ]
                if given_back:
                    yield (
                        f"{quoted(program.code(call))} on line {call.lineno} stands within the `try`: who is cancelled "
                        f"while it waits there comes to line {given_back[0].lineno}, and gives back what it never had."
                    )
                    return


def _never_run(program: Source) -> Iterator[str]:
    """Yield a remark on a `main` that no line of the file can have run."""
    main = program.functions.get("main")
    if not isinstance(main, ast.AsyncFunctionDef) or not isinstance(program.parent(main), ast.Module):
        return
    names = [node for node in program.nodes if isinstance(node, ast.Name) and node.id == "main"]
    calls = program.calls_of("main")
    bare = [call for call in calls if program.is_statement(call) and _at_module(program, call)]
    if not names and not main.decorator_list and (instead := _run_instead(program)):
        yield f"No line of the file runs `main()`: running the file with Python runs {quoted(instead)} in its place."
        return
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


def _run_instead(program: Source) -> str:
    """Return the call that the only runner of a file is given, where it is one of a coroutine of the file."""
    runners = [call for call in program.calls_of(*RUNNERS) if call.args]
    match [call.args[0] for call in runners]:
        case [ast.Call(func=ast.Name(id=name)) as run] if name in program.functions and name != "main":
            return program.code(run)
    return ""


def _at_module(program: Source, node: ast.AST) -> bool:
    """Whether a node works while the file is loaded, and not when a function is called."""
    inner = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    return not any(isinstance(outer, inner) for outer in program.around(node))


def _is_guarded(program: Source, node: ast.AST) -> bool:
    """Whether a node stands under a test of `__name__`."""
    tests = (outer.test for outer in program.around(node) if isinstance(outer, ast.If))
    return any("__name__" in program.names_in(test) for test in tests)
