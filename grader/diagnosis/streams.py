"""Loops over a stream that do not notice its end: every read gives nothing then, at once, for ever.

That nothing in the loop leaves it the text says (`emptiness`); that it did go on, the run shows.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.model import Diagnostic, LimitExceeded, Suspended, TaskEnded, TimedOut

from .case import Case, Run
from .emptiness import Emptiness, is_read
from .source import Source
from .words import quoted


def end_ignored(case: Case) -> Iterator[Diagnostic]:
    """Name a loop that went on with empty reads."""
    for loop in case.code.nodes:
        reads = [node for node in case.code.nodes if is_read(node) and case.code.loop_of(node) is loop]
        if not isinstance(loop, ast.While) or not reads or Emptiness().leaves(loop):
            continue
        if not any(_went_on(case, run, loop) for run in case.runs):
            continue
        yield case.diagnostic(
            "eof-ignored",
            f"the loop on line {loop.lineno} went on with empty reads after the stream had ended",
            reads[0],
            label="gives nothing, at once, when the stream has ended",
            notes=_never_equal(case.code, loop),
            hint="What does this read give when the other side has closed, and which line leaves the loop then?",
        )
        return


def end_unseen(case: Case) -> Iterator[Diagnostic]:
    """Name a loop that asks `at_eof` before a read, and works on with what the read gave at the end: nothing."""
    for loop in case.code.nodes if case.failed_runs else ():
        if not isinstance(loop, ast.While) or not case.code.calls_of("at_eof", within=loop.test):
            continue
        reads = [node for node in case.code.nodes if is_read(node) and case.code.loop_of(node) is loop]
        if len(reads) != 1 or _is_tested(case, loop, reads[0]):
            continue
        later = next((wait for run in case.failed_runs if (wait := _after_the_last(case, run, loop))), None)
        if later is None:
            continue
        yield case.diagnostic(
            "eof-ignored",
            "`at_eof` was asked before the end had come: the read gave `b''`, and the loop worked on with it",
            reads[0],
            label="gives nothing when the other side closes meanwhile",
            notes=[f"after that it still waited for {quoted(later.awaiting)} on line {case.line(later.place)}"],
            hint="What does this read give when the other side closes while it waits, and which line looks at that?",
        )
        return


def _is_tested(case: Case, loop: ast.While, read: ast.AST) -> bool:
    """Whether a condition in a loop looks at what a read gave."""
    outer = next((one for one in case.code.around(read) if isinstance(one, ast.Assign | ast.NamedExpr)), None)
    targets = outer.targets if isinstance(outer, ast.Assign) else [outer.target] if outer is not None else []
    names = {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}
    tests = [node.test for node in ast.walk(loop) if isinstance(node, ast.If | ast.IfExp | ast.While)]
    return any(names & case.code.names_in(test) for test in tests)


def _after_the_last(case: Case, run: Run, loop: ast.While) -> Suspended | None:
    """Return the wait in a loop that came after its last read, where that waited, too."""
    lines = range(loop.lineno, (loop.end_lineno or loop.lineno) + 1)
    for task in {event.task for event in run.events(Suspended)}:
        waits = [one for one in run.events(Suspended) if one.task == task and (case.line(one.place) or 0) in lines]
        reads = [place for place, one in enumerate(waits) if one.awaiting.startswith("StreamReader.")]
        if reads and reads[-1] + 1 < len(waits) and any(one.task == task for one in run.events(TaskEnded)):
            return waits[reads[-1] + 1]
    return None


def _went_on(case: Case, run: Run, loop: ast.While) -> bool:
    """Whether a run turned in a loop without any wait for something to read, up to its end or the end of its task."""
    lines = range(loop.lineno, (loop.end_lineno or loop.lineno) + 1)
    outcome = run.trace.outcome
    stopped = isinstance(outcome, LimitExceeded | TimedOut)
    if stopped and case.line(getattr(outcome, "place", None)) in lines:
        return True
    turns: dict[int, list[int]] = {}
    for event in run.events(Suspended):
        line = case.line(event.place)
        if line not in lines or line is None or event.awaiting.startswith("StreamReader."):
            turns.pop(event.task, None)
        else:
            turns.setdefault(event.task, []).append(line)
    return any(
        max(map(found.count, found)) > 1 and (task not in run.ends or run.ends[task].how != "returned")
        for task, found in turns.items()
    )


def _never_equal(code: Source, loop: ast.While) -> list[str]:
    """Say of a comparison of bytes with text that it never holds."""
    emptiness = Emptiness()
    emptiness.leaves(loop)
    for node in ast.walk(loop):
        match node:
            case ast.Compare(left=left, ops=[ast.Eq() | ast.NotEq()], comparators=[ast.Constant(value=str())]):
                if emptiness.worth(left) == b"":
                    return [f"line {node.lineno}: {quoted(code.code(node))} compares bytes with a str: never equal"]
            case _:
                pass
    return []
