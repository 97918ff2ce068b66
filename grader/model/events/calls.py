"""Tasks and awaited calls: what they do, and wait for."""

from __future__ import annotations

from typing import Literal

from ..base import Place
from .base import Base


class TaskStarted(Base, frozen=True, kw_only=True, tag="task-started"):
    """An `asyncio.Task` was created."""

    task: int
    """Number of the task in this run; the first one, which runs the coroutine under test, is 1."""
    parent: int | None
    """The task that created it."""
    name: str
    """What to call it: the function and its arguments, such as `task('Task A', 2)`."""
    place: Place | None
    """The learner's line that created it."""


class TaskEnded(Base, frozen=True, kw_only=True, tag="task-ended"):
    """A task ended."""

    task: int
    """Which task."""
    how: Literal["returned", "raised", "cancelled"]
    """How it ended."""
    detail: str
    """The exception as text, when it raised."""


class CallStarted(Base, frozen=True, kw_only=True, tag="call-started"):
    """A coroutine of the learner's (or of `given`, or a service in its place) began to run."""

    call: int
    """Number of the call in this run."""
    task: int | None
    """The task in which it runs."""
    parent: int | None
    """The call that awaits this one, in the same task."""
    function: str
    """Name of the coroutine function."""
    arguments: str
    """The arguments as the learner would write them, cut where long: `'Task A', 2`."""
    place: Place | None
    """The learner's line that awaits it (for a task: that created the task)."""
    definition: Place | None
    """Where the function is defined; None for a service."""


class CallEnded(Base, frozen=True, kw_only=True, tag="call-ended"):
    """A call ended."""

    call: int
    """Which call."""


class CallPaused(Base, frozen=True, kw_only=True, tag="call-paused"):
    """A call of an async generator gave an item, and is not under way until the next one is asked for.

    The function under an `@asynccontextmanager` pauses while the `async with` block runs.
    """

    call: int
    """Which call."""
    awaiting: str
    """What it pauses for: `its next item to be asked for`."""


class CallContinued(Base, frozen=True, kw_only=True, tag="call-continued"):
    """A call that had paused goes on."""

    call: int
    """Which call."""
    task: int | None
    """The task in which it goes on; as a rule the one in which it began."""
    parent: int | None
    """The call that asked for the next item."""


class Suspended(Base, frozen=True, kw_only=True, tag="suspended"):
    """A task gave control back to the event loop."""

    task: int
    """Which task."""
    call: int | None
    """The innermost call that waits."""
    awaiting: str
    """What it waits for, in words of code: `asyncio.sleep(2)`, `Queue.get()`, `asyncio.gather(…)`."""
    on: tuple[int, ...]
    """The tasks that it waits for, where it waits for tasks."""
    place: Place | None
    """The learner's line that waits."""


class Resumed(Base, frozen=True, kw_only=True, tag="resumed"):
    """A task went on."""

    task: int
    """Which task."""
