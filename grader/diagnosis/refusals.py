"""What asyncio refuses to do: a lock, a queue, a future or a loop that was used as it cannot be.

Python's words are right there, but speak of the object. A row of the table tells what the program did to it.
"""

from __future__ import annotations

import ast
import re
from typing import NamedTuple

from .case import Case
from .names import About
from .words import quoted


class Refusal(NamedTuple):
    """Something that cannot be done."""

    pattern: str
    """Python's words: `Type: message`."""
    calls: tuple[str, ...]
    """The call that did it; without one, only Python's words are told."""
    message: str
    """What it did; `CALL` is the call, `OWNER` the object whose method it is."""
    label: str
    hint: str


TABLE = (
    Refusal(
        r"RuntimeError: Lock is not acquired",
        ("release",),
        "`CALL` gave back a lock that nobody had taken",
        "not taken at this moment",
        "Which line takes `OWNER`, and does it come before this one on every path?",
    ),
    Refusal(
        r"ValueError: BoundedSemaphore released too many times",
        ("release",),
        "`CALL` gave back one place more than had been taken",
        "one place too many",
        "How many places does one piece of work take, and how many does it give back?",
    ),
    Refusal(
        r"ValueError: task_done\(\) called too many times",
        ("task_done",),
        "`CALL` marked one item more than had been taken out",
        "one mark too many",
        "How often does this line run for each item that `get` gives?",
    ),
    Refusal(
        r"QueueEmpty\b",
        ("get_nowait",),
        "`CALL` asked an empty queue, and did not wait",
        "nothing is in the queue yet",
        "Which way of taking an item waits until there is one?",
    ),
    Refusal(
        r"QueueFull\b",
        ("put_nowait",),
        "`CALL` put an item into a full queue, and did not wait",
        "no room is left",
        "Which way of putting an item waits until there is room?",
    ),
    Refusal(
        r"RuntimeError: cannot (?:notify|wait) on un-acquired lock",
        ("wait", "wait_for", "notify", "notify_all"),
        "`CALL` was called without the lock of its condition",
        "its lock is not held here",
        "Which statement takes a condition's lock and gives it back, and is this line inside it?",
    ),
    Refusal(
        r"InvalidStateError: invalid state",
        ("set_result", "set_exception", "cancel"),
        "`CALL` completed a future that was complete already",
        "complete, or cancelled, before",
        "How often does this line run for one future, and who else completes it?",
    ),
    Refusal(
        r"RuntimeError: Task does not support set_(?:result|exception)",
        ("set_result", "set_exception"),
        "`CALL` was to complete a task, which only its own coroutine does",
        "a task, not a future",
        "What gives a task its result?",
    ),
    Refusal(
        r"RuntimeError: Event loop stopped before Future completed",
        ("run", "run_until_complete"),
        "the event loop of `CALL` was stopped before that had ended",
        "a call of `stop` cut this short",
        "What ends a coroutine when its work is done, without ending the loop that runs it?",
    ),
    Refusal(
        r"RuntimeError: Cannot close a running event loop",
        ("close",),
        "`CALL` was to close the event loop that ran this very line",
        "the loop runs here",
        "Who started this loop, and who closes it when everything has ended?",
    ),
    Refusal(
        r"RuntimeError: (?:Timeout|TaskGroup .*) has already been entered",
        ("timeout", "timeout_at", "TaskGroup"),
        "what `CALL` gave was entered a second time",
        "made once, entered twice",
        "How many blocks is this object for, and which line makes a new one?",
    ),
    Refusal(
        r"TypeError: '<=' not supported between instances of '(?!coroutine)\w+' and 'int'",
        ("sleep", "wait_for", "timeout"),
        "`CALL` was given something other than a number of seconds",
        "not a number",
        "Which value is given here, and of which type is it?",
    ),
    Refusal(
        r"TypeError: .*run_in_executor\(\) missing 1 required positional argument: 'func'",
        ("run_in_executor",),
        "`CALL` was given one argument, where the executor and a function are due",
        "the first argument is the executor",
        "What are the first two arguments of `run_in_executor`, and which of them may be None?",
    ),
    Refusal(
        r"RuntimeError: (?:Runner is closed|Event loop is closed)",
        ("run",),
        "`CALL` was called after its runner had closed the event loop",
        "the runner's block has ended",
        "Between which two lines does a runner run coroutines?",
    ),
)


def refused(case: Case, text: str, line: int | None) -> About:
    """Return what is known of a refusal: `Type: message`, and the learner's line."""
    for row in TABLE:
        call = case.code.on_line(line, *row.calls) if line is not None and re.match(row.pattern, text) else None
        if call is not None:
            shown = quoted(case.code.code(call)).strip("`")
            owner = case.code.code(call.func.value) if isinstance(call.func, ast.Attribute) else shown
            told = row.message.replace("CALL", shown), row.hint.replace("OWNER", owner)
            return About(message=told[0], node=call, label=row.label, hint=told[1])
    return About()
