"""What can happen in a run. Written as arrays, `["task-started", 0, …]`: the form in which the runner sends them."""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from .base import Place


class _Event(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Something that happened at `time`."""

    observed: ClassVar[bool] = False
    time: int
    """Nanoseconds since the coroutine under test was called."""


class TaskStarted(_Event, frozen=True, kw_only=True, tag="task-started"):
    """An `asyncio.Task` was created."""

    task: int
    """Number of the task in this run; the first one, which runs the coroutine under test, is 1."""
    parent: int | None
    """The task that created it."""
    name: str
    """What to call it: the function and its arguments, such as `task('Task A', 2)`."""
    place: Place | None
    """The learner's line that created it."""


class TaskEnded(_Event, frozen=True, kw_only=True, tag="task-ended"):
    """A task ended."""

    task: int
    """Which task."""
    how: Literal["returned", "raised", "cancelled"]
    """How it ended."""
    detail: str
    """The exception as text, when it raised."""


class CallStarted(_Event, frozen=True, kw_only=True, tag="call-started"):
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


class CallEnded(_Event, frozen=True, kw_only=True, tag="call-ended"):
    """A call ended."""

    call: int
    """Which call."""


class CallPaused(_Event, frozen=True, kw_only=True, tag="call-paused"):
    """A call of an async generator gave an item, and is not under way until the next one is asked for.

    The function under an `@asynccontextmanager` pauses while the `async with` block runs.
    """

    call: int
    """Which call."""
    awaiting: str
    """What it pauses for: `its next item to be asked for`."""


class CallContinued(_Event, frozen=True, kw_only=True, tag="call-continued"):
    """A call that had paused goes on."""

    call: int
    """Which call."""
    task: int | None
    """The task in which it goes on; as a rule the one in which it began."""
    parent: int | None
    """The call that asked for the next item."""


class GeneratorLeft(_Event, frozen=True, kw_only=True, tag="generator-left"):
    """An async generator was left before its end and not closed by the program: its cleanup runs late."""

    call: int
    """Its call."""
    closed_by: Literal["the garbage collector", "asyncio.run"]
    """Who closes it: when nothing refers to it any more, or when the program has ended."""
    place: Place | None
    """The line of the generator at which it was left."""


class Suspended(_Event, frozen=True, kw_only=True, tag="suspended"):
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


class Resumed(_Event, frozen=True, kw_only=True, tag="resumed"):
    """A task went on."""

    task: int
    """Which task."""


class Blocked(_Event, frozen=True, kw_only=True, tag="blocked"):
    """The event loop's thread stood still from `time` to `until`: nothing else could run."""

    until: int
    """When it went on."""
    task: int | None
    """The task that blocked."""
    call: int | None
    """The call that blocked."""
    what: str
    """What blocked: `time.sleep(2)`, `Thread.join()`, `a loop that reads the clock`."""
    place: Place | None
    """The learner's line."""


class Computed(_Event, frozen=True, kw_only=True, tag="computed"):
    """A step of the event loop computed for so long that nothing else could run; told when it is over.

    It takes no virtual time, and how much processor time it took is not told: that differs from run to run.
    """

    task: int | None
    """The task that computed."""
    call: int | None
    """The call that computed, where it is known."""
    place: Place | None
    """The learner's line: the loop that computes, or the call."""


class Polled(_Event, frozen=True, kw_only=True, tag="polled"):
    """A task turned round and round without anything else happening, and the clock was moved on for it."""

    task: int | None
    """The task that polls."""
    place: Place | None
    """The learner's line."""


class Printed(_Event, frozen=True, kw_only=True, tag="printed"):
    """A line of output was completed."""

    observed: ClassVar[bool] = True
    stream: Literal["stdout", "stderr"]
    """Where it went."""
    text: str
    """The line without its newline."""
    task: int | None
    """The task that wrote it (reported)."""
    call: int | None
    """The call that wrote it (reported)."""
    place: Place | None
    """The learner's line that wrote it (reported)."""


class Marked(_Event, frozen=True, kw_only=True, tag="marked"):
    """The program named a moment with `grader.mark`."""

    text: str
    """What it called it."""
    task: int | None
    """The task that did."""
    call: int | None
    """The call that did."""
    place: Place | None
    """The line."""


class Asked(_Event, frozen=True, kw_only=True, tag="asked"):
    """A service that the judge hosts was called."""

    observed: ClassVar[bool] = True
    request: int
    """Number of the request."""
    service: str
    """The name that the service stands behind, such as `task` or `given.download`."""
    arguments: tuple[str, ...]
    """The arguments, each as text, in the order of the service's parameters."""
    call: int | None
    """The call that stands for it on the timeline (reported)."""


class Answered(_Event, frozen=True, kw_only=True, tag="answered"):
    """The judge answered a request, or the caller gave it up."""

    observed: ClassVar[bool] = True
    request: int
    """Which request."""
    how: Literal["returned", "raised", "cancelled"]
    """How."""


class Taken(_Event, frozen=True, kw_only=True, tag="taken"):
    """A lock, or a place of a semaphore, was taken. A place that is handed over is taken when it is given back."""

    thing: int
    """Number of the lock or semaphore in this run, in the order of their first use; queues and events have one too."""
    kind: str
    """`Lock`, `Semaphore`, `BoundedSemaphore`."""
    task: int | None
    """The task that has it now."""
    place: Place | None
    """The learner's line that took it."""


class GivenBack(_Event, frozen=True, kw_only=True, tag="given-back"):
    """A lock, or a place of a semaphore, was given back."""

    thing: int
    """Number of the lock or semaphore."""
    kind: str
    """`Lock`, `Semaphore`, `BoundedSemaphore`."""
    holder: int | None
    """The task that had it; None for a place that nobody had taken."""
    task: int | None
    """The task that gave it back."""
    place: Place | None
    """The learner's line that gave it back."""


class QueueChanged(_Event, frozen=True, kw_only=True, tag="queue-changed"):
    """An item was put into a queue or taken out of it, or one was marked done."""

    thing: int
    """Number of the queue."""
    kind: str
    """`Queue`, `PriorityQueue`, `LifoQueue`."""
    how: Literal["put", "get", "done"]
    """What happened; `done` is `task_done()`."""
    length: int
    """Items in the queue now."""
    unfinished: int
    """Items that were put in and are not marked done now."""
    task: int | None
    """The task that did it."""
    place: Place | None
    """The learner's line."""


class Signalled(_Event, frozen=True, kw_only=True, tag="signalled"):
    """An event was set or cleared, or a condition notified."""

    thing: int
    """Number of the event or condition."""
    kind: str
    """`Event`, `Condition`."""
    how: Literal["set", "clear", "notify"]
    """What was done."""
    task: int | None
    """The task that did it."""
    place: Place | None
    """The learner's line."""


class NeverAwaited(_Event, frozen=True, kw_only=True, tag="never-awaited"):
    """A coroutine object was thrown away before it ran."""

    function: str
    """Name of the coroutine function."""
    place: Place | None
    """The learner's line that made it."""


class NeverRetrieved(_Event, frozen=True, kw_only=True, tag="never-retrieved"):
    """A task raised, and nobody looked."""

    task: int | None
    """Which task."""
    error: str
    """The exception as text."""


class LeftBehind(_Event, frozen=True, kw_only=True, tag="left-behind"):
    """A task was still unfinished when the coroutine under test ended."""

    task: int
    """Which task."""
    awaiting: str
    """What it waited for."""
    place: Place | None
    """The learner's line at which it stood."""


class ResourceLeftOpen(_Event, frozen=True, kw_only=True, tag="left-open"):
    """A connection or a server was still open at the end, or nobody closed it but garbage collection."""

    what: str
    """What was open: `a connection`, `a connection that came in`, `a server`, `a client session`."""
    place: Place | None
    """The line that opened it; of a connection that came in, that of its server; None: it cannot be told."""


class ThreadStarted(_Event, frozen=True, kw_only=True, tag="thread-started"):
    """The program started a thread, or handed functions to an executor: that once for each task and line."""

    what: str
    """`threading.Thread`, `an executor`."""
    task: int | None
    """The task that did it."""
    place: Place | None
    """The learner's line."""


class SecondLoop(_Event, frozen=True, kw_only=True, tag="second-loop"):
    """An event loop was made in another thread: it runs coroutines, but none of the first loop's tasks."""

    place: Place | None
    """The learner's line."""


class Chose(_Event, frozen=True, kw_only=True, tag="chose"):
    """Something went otherwise than in the usual run: a schedule made another choice than 0."""

    knob: Literal["sets", "ties", "cost", "threads", "io", "delays", "services"]
    """What varied."""
    number: int
    """Which choice of this knob it was, from 0."""
    choice: int
    """What was chosen."""
    task: int | None
    """The task that it concerns: the one that came first, that slept, whose step took time."""
    other: int | None
    """The task that would have come first."""
    usual: int | None
    """How long it takes otherwise, in nanoseconds."""
    actual: int | None
    """How long it took."""
    what: str
    """The service."""
    place: Place | None
    """The learner's line."""


class Offered(_Event, frozen=True, kw_only=True, tag="offered"):
    """A knob of a schedule had something to choose in the run that has ended."""

    knob: Literal["sets", "ties", "cost", "threads", "io", "delays", "services"]
    """What might vary."""
    choices: int
    """How often."""


class RealTime(_Event, frozen=True, kw_only=True, tag="real-time"):
    """From here on time passed for real, as something outside of the program could wake it. Told once."""

    reason: str
    """What it was: `a subprocess`, `a thread that waits for something real`."""


class NotSimulated(_Event, frozen=True, kw_only=True, tag="not-simulated"):
    """The program wanted something of the network outside, which a run has not; told once for each line."""

    what: str
    """What it was: `a connection to 93.184.216.34:80`, `the address of example.com`."""
    place: Place | None
    """The learner's line."""


Event = (
    TaskStarted
    | TaskEnded
    | CallStarted
    | CallEnded
    | CallPaused
    | CallContinued
    | GeneratorLeft
    | Suspended
    | Resumed
    | Blocked
    | Computed
    | Polled
    | Printed
    | Marked
    | Asked
    | Answered
    | Taken
    | GivenBack
    | QueueChanged
    | Signalled
    | NeverAwaited
    | NeverRetrieved
    | LeftBehind
    | ResourceLeftOpen
    | ThreadStarted
    | SecondLoop
    | Chose
    | Offered
    | RealTime
    | NotSimulated
)
"""Everything that a trace can hold."""
