"""Items of a queue that were marked done too early: `join()` comes back while somebody is still at work on one.

What one task does between two items is in the trace: it takes one, marks one, waits. A mark before the wait that is
the work, or two marks for one item, and the count is down to zero too soon.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from grader.model import Diagnostic, Event, QueueChanged, Suspended, seconds
from grader.trace import Stand

from .case import Case, Run
from .words import quoted


class _Early(NamedTuple):
    """A mark that came too early."""

    mark: QueueChanged
    twice: bool
    """Whether there was no item left that it could be for."""


def early_done(case: Case) -> Iterator[Diagnostic]:
    """Name a `task_done()` that stands before the work, or is called twice for one item."""
    for run in case.failed_runs or (case.runs if case.is_script else ()):
        early = next(_early(run), None)
        if early is None:
            continue
        line = case.line(early.mark.place)
        call = case.code.on_line(line, "task_done") if line is not None else None
        name = quoted(run.names.get(early.mark.task or 0, "a task"))
        back = _came_back(run, early.mark)
        told = f"`join` came back at t={seconds(back)}" if back is not None else ""
        if early.twice:
            yield case.diagnostic(
                "early-task-done",
                f"{name} marked one item done twice",
                call or early.mark.place,
                label="a mark for which there is no item",
                notes=[told] if told else [],
                hint="How often is `task_done` called for one item, on each way through the loop?",
            )
            return
        if back is None or (case.is_script and not _cut_off(run, early.mark)):
            continue
        if all(back < due for due in _joins(run.expected_run)):
            yield case.diagnostic(
                "early-task-done",
                f"{told}, and {name} was still at work",
                call or early.mark.place,
                label="marked done before the work on it begins",
                hint="When is the work on an item over, and which line tells the queue so?",
            )
            return


def _early(run: Run) -> Iterator[_Early]:
    """Yield the marks that came before the work, or without an item."""
    taken: dict[tuple[int | None, int], list[int]] = {}
    for index, event in enumerate(run.trace.events):
        if not isinstance(event, QueueChanged):
            continue
        key = (event.task, event.thing)
        if event.how == "get":
            taken.setdefault(key, []).append(index)
        elif event.how == "done" and key in taken:
            if not taken[key]:
                yield _Early(event, twice=True)
                continue
            since = run.trace.events[taken[key].pop() : index]
            if not any(_waits(other, event.task) for other in since) and any(
                _waits(other, event.task) for other in _spell(run, event, index)
            ):
                yield _Early(event, twice=False)


def _came_back(run: Run, mark: QueueChanged) -> int | None:
    """Return when a `join()` came back while the task was at work on what it had marked."""
    ends = {run.trace.events[stand.end].time: stand.end for stand in run.stands if _is_join(stand) and stand.end}
    for index, event in enumerate(run.trace.events):
        if isinstance(event, QueueChanged) and event.how == "done" and event.task == mark.task:
            until = index + sum(1 for _ in _spell(run, mark, index))
            for time, end in ends.items():
                if index < end < until:
                    return time
    return None


def _cut_off(run: Run, mark: QueueChanged) -> bool:
    """Whether a task was cancelled, or left behind, at work on what it had marked."""
    ended = run.ends.get(mark.task) if mark.task is not None else None
    last = max((stand for stand in run.stands if stand.task == mark.task), key=lambda one: one.start, default=None)
    at_work = last is not None and not last.awaiting.endswith("Queue.get()")
    return at_work and (ended is None or ended.how == "cancelled")


def _spell(run: Run, mark: QueueChanged, index: int) -> Iterator[Event]:
    """Yield all that happens from a mark on until its task asks for the next item."""
    for event in run.trace.events[index + 1 :]:
        if getattr(event, "task", None) == mark.task and _asks_for_an_item(event):
            return
        yield event


def _joins(run: Run | None) -> list[int]:
    """Return when the waits in `join()` ended."""
    stands = run.stands if run is not None else ()
    return [run.trace.events[stand.end].time for stand in stands if run is not None and _is_join(stand) and stand.end]


def _waits(event: Event, task: int | None) -> bool:
    return isinstance(event, Suspended) and event.task == task


def _asks_for_an_item(event: Event) -> bool:
    takes = isinstance(event, QueueChanged) and event.how == "get"
    return takes or (isinstance(event, Suspended) and event.awaiting.endswith("Queue.get()"))


def _is_join(stand: Stand) -> bool:
    return stand.awaiting.endswith("Queue.join()")


_LEAVES = (ast.Continue, ast.Break, ast.Return)
"""What leaves a turn of a loop."""


def passed_by(case: Case, waiting: str, notes: list[str]) -> Diagnostic | None:
    """Name what leaves a turn of the one loop that takes items, between the taking and the marking."""
    marks = case.code.calls_of("task_done")
    loop = case.code.loop_of(marks[0]) if len(marks) == 1 else None
    takes = case.code.calls_of("get", "get_nowait", within=loop) if isinstance(loop, ast.While | ast.For) else ()
    if loop is None or not takes or any(isinstance(one, ast.Try) and one.finalbody for one in ast.walk(loop)):
        return None
    for node in ast.walk(loop):
        if not isinstance(node, _LEAVES) or not takes[0].lineno < node.lineno < marks[0].lineno:
            continue
        if case.code.loop_of(node) is loop:
            return case.diagnostic(
                "missing-task-done",
                f"`{type(node).__name__.lower()}` left an item that was never marked done: {waiting} waited for it",
                node,
                label=f"does not come to line {marks[0].lineno}: {quoted(case.code.code(marks[0]))}",
                notes=notes,
                hint="On which ways through this loop is an item marked done, and on which is it not?",
            )
    return None
