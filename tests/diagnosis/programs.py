"""Runs two programs, a wrong one and a right one, and makes of them the evidence that a judge would have."""

from __future__ import annotations

import ast
import re

from grader.diagnosis import Demand, Evidence, Finding
from grader.model import (
    Asked,
    EntryPoint,
    Exercise,
    LeftBehind,
    Limits,
    Permission,
    Returned,
    TaskEnded,
    Trace,
    seconds,
)
from grader.rewrite import ablated
from grader.runner import Backend, Finished, Job, Service, run
from grader.trace import lines, parse

FILE = "program.py"
LIMITS = Limits(output_bytes=20_000)
MAIN = EntryPoint(name="main")


def evidence(backend: Backend, wrong: str, right: str) -> Evidence:
    """Compare the two as a check of the output and a check of what `main` calls would."""
    own = _entry_points(wrong)
    asked = re.findall(r"^# entry point: (\w+)$", right, re.MULTILINE)
    entries = tuple(entry for entry in _entry_points(right) if entry.name in ("main", *asked) or entry in own)
    runs = [(None, {})] + [
        (entry.name, {entry.name: Service(seconds=1, returns=7)}) for entry in entries[:1] if entry.name != "main"
    ]
    pairs = [(_run(backend, wrong, services), _run(backend, right, services)) for _, services in runs]
    pairs += [
        (_run(backend, wrong, {}, entry), _run(backend, right, {}, entry)) for entry in entries if entry.name in asked
    ]
    findings = [found for pair in pairs if (found := _finding(*pair, not _allows(wrong)))]
    exercise = Exercise(slug="00_program", title="A program", concept="", file=FILE, entry_points=entries, given="")
    return Evidence(
        source=wrong,
        exercise=exercise,
        findings=tuple(findings),
        main=pairs[0][0].trace,
        demands=_demands(backend, wrong, pairs[0][0]),
    )


def _demands(backend: Backend, source: str, usual: Finished) -> tuple[Demand, ...]:
    """Take away what a program's line `# required: CONSTRUCT` names: where it prints the same, a check fails."""
    found = re.search(r"^# required: (\S+)$", source, re.MULTILINE)
    if found is None:
        return ()
    text, files = ablated(source, found[1])
    job = Job(files={FILE: text, **files}, main_file=FILE, target="main", limits=LIMITS)
    without = run(backend.start(), job)
    printed, before = ([event.text for event in lines(one.trace)] for one in (without, usual))
    return (Demand(title=f"The program uses {found[1]}", construct=found[1]),) if printed == before else ()


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


def _run(backend: Backend, source: str, services: dict[str, Service], entry: EntryPoint = MAIN) -> Finished:
    job = Job(
        files={FILE: source},
        main_file=FILE,
        target=entry.name,
        arguments=("a", 1, 1)[: len(entry.parameters)],
        replace=services,
        limits=LIMITS,
        allows=_allows(source),
    )
    return run(backend.start(), job)


def _allows(source: str) -> tuple[Permission, ...]:
    return ("subprocesses",) if "# allows: subprocesses\n" in source else ()


def _finding(wrong: Finished, right: Finished, is_exact: bool) -> Finding | None:
    expected, actual = _told(right, is_exact), _told(wrong, is_exact)
    if expected == actual and _ends(right) == _ends(wrong):
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


def _ends(finished: Finished) -> list[str]:
    """Return how the tasks ended, and how many were left behind: what other checks look at."""
    events = finished.trace.events
    left = ["left" for event in events if isinstance(event, LeftBehind)]
    return [*left, *sorted(event.how for event in events if isinstance(event, TaskEnded))]


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
