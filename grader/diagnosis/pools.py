"""Pools of threads and of connections that let fewer through than could be under way."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Answered, Asked, Diagnostic, Trace, seconds

from .case import Case
from .lateness import TOLERANCE
from .words import counted, quoted

SIZES = {"TCPConnector": ("limit", "limit_per_host"), "ThreadPoolExecutor": ("max_workers",)}
"""What makes a pool, and the names under which its size is given."""


def too_small(case: Case) -> Iterator[Diagnostic]:
    """Name a pool whose size is how many requests were under way, where the expected run had more."""
    for run in case.failed_runs:
        if run.reference is None or run.trace.replaced != run.reference.replaced:
            continue
        for service in run.trace.replaced:
            most, possible = _most_open(run.trace, service), _most_open(run.reference, service)
            for call, size in _sizes(case) if most < possible else ():
                if size == most:
                    were = "was" if most == 1 else "were"
                    yield case.diagnostic(
                        "over-serialised",
                        f"{quoted(case.code.code(call), 50)} let {most} through at once; {possible} {were} possible"
                        if most > 1
                        else f"{quoted(case.code.code(call), 50)} let one through at a time; {possible} were possible",
                        call,
                        label=f"has {counted(most, 'place')}",
                        hint="How many may be under way at the same time, and who said so?",
                    )
                    return


def _sizes(case: Case) -> Iterator[tuple[ast.Call, int]]:
    for call in case.code.calls_of(*SIZES):
        keywords = SIZES[case.code.callee(call).rpartition(".")[2]]
        given = [keyword.value for keyword in call.keywords if keyword.arg in keywords] or call.args[:1]
        for value in given:
            if isinstance(value, ast.Constant) and isinstance(value.value, int):
                yield call, value.value


def _most_open(trace: Trace, service: str) -> int:
    """Return how many requests to a service were under way at once."""
    under_way: set[int] = set()
    most = 0
    for event in trace.events:
        if isinstance(event, Asked) and event.service == service:
            under_way.add(event.request)
        elif isinstance(event, Answered):
            under_way.discard(event.request)
        most = max(most, len(under_way))
    return most


def of_one(case: Case) -> Iterator[Diagnostic]:
    """Name a pool with room for one, where the expected run is over sooner."""
    for run in case.failed_runs:
        reference = run.expected_run
        if reference is None or run.trace.duration_ns <= reference.trace.duration_ns + TOLERANCE:
            continue
        for call in case.code.calls_of("ThreadPoolExecutor", "ProcessPoolExecutor"):
            given = [*call.args, *(word.value for word in call.keywords if word.arg == "max_workers")]
            if given and isinstance(given[0], ast.Constant) and given[0].value == 1:
                yield case.diagnostic(
                    "over-serialised",
                    f"a pool of one ran one piece of work after the other: t={seconds(run.trace.duration_ns)} at the "
                    f"end, t={seconds(reference.trace.duration_ns)} was possible",
                    call,
                    label="room for one piece of work at a time",
                    hint="How many pieces of work are there, and how many of them may the pool do at once?",
                )
                return
