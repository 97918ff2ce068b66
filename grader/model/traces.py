"""What a run did: how it ended, all that is known of it, and the spans that are derived from that."""

from __future__ import annotations

from typing import Literal

from .base import Data, Place
from .events import Event


class Helper(Data, frozen=True, kw_only=True):
    """A task that could end a wait, or could have, and what it did with what is waited for."""

    task: str
    """The task's name."""
    number: int | None
    """Its number in the run."""
    how: Literal["awaited", "holds", "put", "get", "done", "set", "clear", "notify"]
    """`awaited`: the wait is for its end. `holds`: it has the lock, or a place of the semaphore. The others: it did
    that to the queue, event or condition."""
    count: int = 1
    """How often."""
    place: Place | None = None
    """The learner's line that did it, the last time."""
    ended: bool = False
    """Whether the task has ended, and can do nothing any more."""


class Waiter(Data, frozen=True, kw_only=True):
    """A task that waits for something that cannot come."""

    task: str
    """The task's name."""
    awaiting: str
    """What it waits for."""
    place: Place | None = None
    """The learner's line."""
    number: int | None = None
    """The task's number in the run; None for a function outside of any task."""
    thing: int | None = None
    """Number of the lock, semaphore, queue, event, condition or barrier; None for other things, and tasks."""
    on: tuple[Helper, ...] = ()
    """Who could end the wait, or could have; of each sort at most four."""
    length: int | None = None
    """Of a queue: how many items lie in it; of a stream: how many bytes have come that are not read."""
    unfinished: int | None = None
    """Of a queue: how many items are not marked done."""
    missing: int | None = None
    """Of a barrier: how many tasks more it waits for."""


class Returned(Data, frozen=True, kw_only=True, tag="returned", tag_field="kind"):
    """The coroutine, or the script, ended by itself."""

    status: int = 0
    """Exit status of a script."""


class Held(Data, frozen=True, kw_only=True):
    """An exception in a group."""

    error: str
    """Class of the exception."""
    message: str
    """Its text."""
    place: Place | None = None
    """The innermost line of the learner's."""


class Raised(Data, frozen=True, kw_only=True, tag="raised", tag_field="kind"):
    """An exception left the coroutine, or the file while it was loaded."""

    error: str
    """Class of the exception, such as `TypeError`."""
    message: str
    """Its text."""
    place: Place | None = None
    """The innermost line of the learner's."""
    phase: Literal["load", "run"] = "run"
    """Whether the file was being loaded or the coroutine ran."""
    held: tuple[Held, ...] = ()
    """Of a group: the first exceptions in it."""


class Cancelled(Data, frozen=True, kw_only=True, tag="cancelled", tag_field="kind"):
    """A check cancelled the coroutine, and it ended as cancelled."""


class Deadlocked(Data, frozen=True, kw_only=True, tag="deadlocked", tag_field="kind"):
    """Every task waits, and nothing is left that could wake one."""

    waiters: tuple[Waiter, ...] = ()
    """Who waits for what."""


class TimedOut(Data, frozen=True, kw_only=True, tag="timed-out", tag_field="kind"):
    """The program had not ended when the limit of virtual time was reached."""

    limit_ns: int
    """The limit."""
    place: Place | None = None
    """Where a task stood that had not ended: the one that went on last, where that is known."""


class LimitExceeded(Data, frozen=True, kw_only=True, tag="limit-exceeded", tag_field="kind"):
    """The program used more than a run may use."""

    limit: Literal["steps", "cpu", "wall", "memory", "output", "events", "disk"]
    """What it used too much of."""
    place: Place | None = None
    """Where it was: the loop that does not end, or the line that ran."""


class Crashed(Data, frozen=True, kw_only=True, tag="crashed", tag_field="kind"):
    """The process ended before its result was in."""

    status: int
    """Exit status, or minus the number of the signal."""
    call: str = ""
    """What ended it, such as `sys.exit(0)` or `os._exit(0)`; empty when not known."""
    place: Place | None = None
    """The learner's line, when known."""
    phase: Literal["load", "run"] = "run"
    """Whether the file was being loaded or the coroutine ran."""


class Interrupted(Data, frozen=True, kw_only=True, tag="interrupted", tag_field="kind"):
    """The person at the keyboard ended the run of a script, by Ctrl-C."""

    place: Place | None = None
    """Where it was."""


class Protocol(Data, frozen=True, kw_only=True, tag="protocol", tag_field="kind"):
    """What came from the process was not what our own code sends: the program meddled with it."""

    reason: str
    """Which rule was broken."""


class Rejected(Data, frozen=True, kw_only=True, tag="rejected", tag_field="kind"):
    """The program could not be started."""

    code: Literal[
        "syntax-error", "missing-function", "not-a-coroutine", "wrong-signature", "unreadable-source", "budget-used-up"
    ]
    """Why."""
    message: str
    """The reason in words of the program."""
    name: str = ""
    """The function in question."""
    place: Place | None = None
    """The learner's line."""


Outcome = (
    Returned | Raised | Cancelled | Deadlocked | TimedOut | LimitExceeded | Interrupted | Crashed | Protocol | Rejected
)
"""How a run ended: a closed set."""


class Trace(Data, frozen=True, kw_only=True):
    """All that is known of one run."""

    target: str
    """What was run: `main()`, `task('Ada', 0.75)`, `scenario:two_tasks`."""
    events: tuple[Event, ...]
    """What happened, in order."""
    outcome: Outcome
    """How it ended."""
    duration_ns: int
    """Virtual time from the call to its end (or to where the run stopped)."""
    replaced: tuple[str, ...] = ()
    """Names behind which the judge put a service."""
    script: bool = False
    """Whether a file was run as a script: it goes on when a coroutine of it has ended."""


class Part(Data, frozen=True, kw_only=True):
    """A stretch of a span."""

    kind: Literal["running", "waiting", "blocked"]
    """`blocked`: this call held up the event loop. `waiting`: it gave control back."""
    start: int
    """Nanoseconds."""
    end: int
    """Nanoseconds."""
    what: str = ""
    """What it waited for, or what blocked."""
    place: Place | None = None
    """The learner's line."""


class Span(Data, frozen=True, kw_only=True):
    """One awaited call, from its start to its end: a lane of the timeline. Derived from a trace."""

    call: int
    """Number of the call."""
    task: int | None
    """The task in which it ran."""
    parent: int | None
    """The call that awaited it in the same task, or, for a task's first call, that created the task."""
    function: str
    """Name of the coroutine function."""
    label: str
    """The call as the learner would write it: `task('Task A', 2)`."""
    start: int
    """Nanoseconds."""
    end: int
    """Nanoseconds; where the run ended, for a call that never did."""
    finished: bool
    """Whether the call ended before the coroutine under test did."""
    given_up: bool = False
    """Whether it asked the judge, and was ended before he answered."""
    parts: tuple[Part, ...]
    """What it did in between, in order; stretches of zero length are left out."""
    place: Place | None
    """The learner's line that awaits or creates it."""
    lines: tuple[tuple[int, str], ...] = ()
    """What it printed: (time, text)."""
    marks: tuple[tuple[int, str], ...] = ()
    """Moments that it named with `grader.mark`: (time, text)."""
