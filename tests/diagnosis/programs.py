"""Runs two programs, a wrong one and a right one, and makes of them the evidence that a judge would have."""

from __future__ import annotations

import ast

from grader.diagnosis import Evidence, Finding
from grader.model import Asked, EntryPoint, Exercise, Limits, Permission, Returned, Trace, seconds
from grader.runner import Backend, Finished, Job, Service, run
from grader.trace import lines, parse

FILE = "program.py"
LIMITS = Limits(output_bytes=20_000)


def evidence(backend: Backend, wrong: str, right: str) -> Evidence:
    """Compare the two as a check of the output and a check of what `main` calls would."""
    own = _entry_points(wrong)
    entries = tuple(entry for entry in _entry_points(right) if entry.name == "main" or entry in own)
    runs = [(None, {})] + [
        (entry.name, {entry.name: Service(seconds=1, returns=7)}) for entry in entries[:1] if entry.name != "main"
    ]
    pairs = [(_run(backend, wrong, services), _run(backend, right, services)) for _, services in runs]
    findings = [found for pair in pairs if (found := _finding(*pair, not _allows(wrong)))]
    exercise = Exercise(slug="00_program", title="A program", concept="", file=FILE, entry_points=entries, given="")
    return Evidence(source=wrong, exercise=exercise, findings=tuple(findings), main=pairs[0][0].trace)


def _entry_points(source: str) -> tuple[EntryPoint, ...]:
    tree = parse(source)
    body = [] if isinstance(tree, SyntaxError) else tree.body
    functions = [node for node in body if isinstance(node, ast.AsyncFunctionDef) and not _yields(node)]
    return tuple(
        EntryPoint(
            name=function.name,
            parameters=tuple(argument.arg for argument in function.args.args) if function.name != "main" else (),
        )
        for function in functions
    )


def _yields(function: ast.AsyncFunctionDef) -> bool:
    return function.name != "main" and any(isinstance(node, ast.Yield) for node in ast.walk(function))


def _run(backend: Backend, source: str, services: dict[str, Service]) -> Finished:
    files = {FILE: source}
    job = Job(files=files, main_file=FILE, target="main", replace=services, limits=LIMITS, allows=_allows(source))
    return run(backend.start(), job)


def _allows(source: str) -> tuple[Permission, ...]:
    return ("subprocesses",) if "# allows: subprocesses\n" in source else ()


def _finding(wrong: Finished, right: Finished, is_exact: bool) -> Finding | None:
    expected, actual = _told(right, is_exact), _told(wrong, is_exact)
    if expected == actual:
        return None
    different = [line for line in actual if line not in expected] or ["a line was missing"]
    return Finding(
        check="test_output",
        title="The program prints its lines",
        trace=wrong.trace,
        reference=right.trace if isinstance(right.trace.outcome, Returned) else None,
        message=f"`{different[0]}` was not asked for",
        expected=expected,
        actual=actual,
    )


def _told(finished: Finished, is_exact: bool) -> tuple[str, ...]:
    """Tell what a check sees; the times of a run that may wait for something real are no matter of any check."""
    trace: Trace = finished.trace
    asked = [f"called {event.service}" for event in trace.events if isinstance(event, Asked)]
    printed = [f"t={seconds(line.time)} {line.text}" if is_exact else line.text for line in lines(trace)]
    ended = f" at t={seconds(trace.duration_ns)}" if is_exact else ""
    return (
        *asked,
        *printed,
        f"returns {finished.value!r}",
        f"{trace.outcome.__class__.__name__}{ended}",
    )
