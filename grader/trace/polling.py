"""Tasks that ask again and again whether something has happened, in place of waiting for it.

A turn is told by a short `asyncio.sleep`: a task polls when it makes many of them in a row, in a `while` loop that asks
something of the clock, an object, another task. A loop that counts its own turns asks nobody; it only waits in small
steps, which is right.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from grader.model import Asked, CallEnded, CallStarted, Place, Polled, Printed, Suspended, Trace

from .lines import names
from .syntax import parse

TURNS = 8
"""Short sleeps in a row that make a poller."""

SHORT_SLEEP = 0.25
"""Seconds; a sleep below this is short."""

_SLEEP = re.compile(r"asyncio\.sleep\((\d+(?:\.\d+)?(?:e-?\d+)?)\)")
_NOT_THE_LEARNERS = ("given.py", "scenario.py")


class Poller(NamedTuple):
    """A task that polls."""

    what: str
    """The task in words: `` `main()` ``, or `a task`."""
    place: Place | None
    """The learner's line."""


def polling(trace: Trace, source: str) -> tuple[Poller, ...]:
    """Return the tasks that poll, each with its line, in the order in which they are found; one for each line."""
    tree = parse(source)
    loops = [] if isinstance(tree, SyntaxError) else [_range(loop) for loop in _asking_loops(tree)]
    called = names(trace)
    found: dict[int | None, Poller] = {}
    for task, place in [*_told(trace), *_counted(trace, loops)]:
        what = f"`{called[task]}`" if task in called else "a task"
        found.setdefault(place.line if place is not None else None, Poller(what, place))
    return tuple(found.values())


def _told(trace: Trace) -> Iterator[tuple[int | None, Place | None]]:
    return ((event.task, event.place) for event in trace.events if isinstance(event, Polled))


def _counted(trace: Trace, loops: list[range]) -> Iterator[tuple[int, Place]]:
    """Yield (task, line) where a loop that asks has turned `TURNS` times in a row."""
    stacks: dict[int | None, list[CallStarted]] = {}
    tasks: dict[int | None, int | None] = {}
    turns: dict[int | None, dict[tuple[int, int], int]] = {}
    for event in trace.events if loops else ():
        match event:
            case CallStarted():
                tasks[event.call] = event.task
                stacks.setdefault(event.task, []).append(event)
            case CallEnded():
                stack = stacks.get(tasks.get(event.call), [])
                if stack and stack[-1].call == event.call:
                    stack.pop()
            case Printed():
                turns.pop(event.task, None)
            case Asked():
                turns.pop(tasks.get(event.call), None)
            case Suspended() if not _is_short_sleep(event.awaiting):
                turns.pop(event.task, None)
            case Suspended():
                counts = turns.setdefault(event.task, {})
                for call, place in _standing(stacks.get(event.task, []), event):
                    if any(place.line in loop for loop in loops):
                        counts[call, place.line] = counts.get((call, place.line), 0) + 1
                        if counts[call, place.line] == TURNS:
                            yield event.task, place
            case _:
                pass


def _standing(stack: list[CallStarted], event: Suspended) -> Iterator[tuple[int, Place]]:
    """Yield each call of the task and the learner's line on which it stands."""
    places = [*(inner.place for inner in stack[1:]), event.place]
    for call, place in zip(stack, places, strict=False):
        if place is not None and place.file not in _NOT_THE_LEARNERS:
            yield call.call, place


def _is_short_sleep(awaiting: str) -> bool:
    found = _SLEEP.fullmatch(awaiting)
    return found is not None and float(found[1]) < SHORT_SLEEP


def _range(loop: ast.While) -> range:
    return range(loop.lineno, (loop.end_lineno or loop.lineno) + 1)


def _asking_loops(tree: ast.Module) -> Iterator[ast.While]:
    for node in ast.walk(tree):
        if isinstance(node, ast.While) and any(_asks(test, node) for test in _tests(node)):
            yield node


def _tests(loop: ast.While) -> Iterator[ast.expr]:
    """Yield what decides whether the loop goes on: its own test, and those of a `break` or `return` in it."""
    yield loop.test
    for node in ast.walk(loop):
        if isinstance(node, ast.If) and any(
            isinstance(child, ast.Break | ast.Return)
            for branch in node.body + node.orelse
            for child in ast.walk(branch)
        ):
            yield node.test


def _asks(test: ast.expr, loop: ast.While) -> bool:
    """Whether a test looks at anything but constants and the loop's own counters."""
    counted = {
        node.target.id
        for node in ast.walk(loop)
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and not _looks(node.value)
    }
    names = {node.id for node in ast.walk(test) if isinstance(node, ast.Name)}
    return _looks(test) or bool(names and not names & counted)


def _looks(node: ast.expr) -> bool:
    return any(isinstance(child, ast.Call | ast.Attribute | ast.Subscript) for child in ast.walk(node))
