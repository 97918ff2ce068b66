"""The types that cross the project's arrows: Run -> Trace -> judge -> Report -> render.

Every type is frozen, keyword-only data without behaviour beyond reading itself. Times are integers of nanoseconds since
`main` (or the coroutine under test) was called; only text and the check API speak of seconds.

Events are arrays when written (`["task-started", 0, …]`): the runner sends them in this form, and a saved trace keeps
it. An event is *observed* when it crossed the boundary under the judge's eyes (a call of a service that the judge
hosts, a line of output) and *reported* when the runner only says so about its inside.
"""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

SCHEMA = 1
"""Version of the report's JSON. It grows when a field changes its meaning or goes away."""

NANOSECONDS = 1_000_000_000
"""Nanoseconds in a second."""


class _Data(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Frozen, keyword-only, and closed: an unknown field is an error."""


class Place(msgspec.Struct, frozen=True, array_like=True):
    """A line of the learner's code (or of `given.py`): `["gather.py", 7]`."""

    file: str
    """File name as the learner knows it, without a folder."""
    line: int
    """Line, counted from 1."""


# --- exercises and submissions ---------------------------------------------------------------------------------------


class Limits(_Data, frozen=True, kw_only=True):
    """What one run may use. A run that needs more ends with `LimitExceeded` or `TimedOut`.

    Steps are counted and come first: they take about a third of the processor time that a run may use, and that about a
    fifth of the real time, so which limit an endless program hits does not depend on how busy the machine is.
    """

    steps: int = 20_000
    """Callbacks that the event loop runs."""
    virtual_ns: int = 3_600 * NANOSECONDS
    """Virtual time."""
    cpu_seconds: float = 2.0
    """Processor time, in seconds."""
    wall_seconds: float = 10.0
    """Real time, in seconds."""
    memory_mib: int = 512
    """Address space beyond what the interpreter needs, in MiB."""
    output_bytes: int = 100_000
    """Bytes written to standard output and standard error together."""


class EntryPoint(_Data, frozen=True, kw_only=True):
    """A coroutine that the learner writes."""

    name: str
    """`task` or `main`, as a rule."""
    parameters: tuple[str, ...] = ()
    """Names of the parameters, in order."""


class Exercise(_Data, frozen=True, kw_only=True):
    """One exercise, as `exercise.toml` tells it."""

    slug: str
    """Folder name, such as `02_gather`."""
    title: str
    """The idea in one line."""
    concept: str
    """What is taught, in one sentence."""
    file: str
    """The file that the learner edits, such as `gather.py`."""
    entry_points: tuple[EntryPoint, ...]
    """Coroutines that a submission must define."""
    hints: tuple[str, ...] = ()
    """Hints of growing strength; each asks or shows one thing."""
    docs_url: str = ""
    """The page of Python's documentation to read."""
    given: str = ""
    """Text of `given.py`, or empty."""
    limits: Limits = Limits()
    """What one run may use."""


class Course(_Data, frozen=True, kw_only=True):
    """The order of the exercises, as `course.toml` tells it."""

    title: str
    """Name of the course."""
    version: str
    """Version of the course's content."""
    exercises: tuple[str, ...]
    """Slugs in the order in which they are learnt."""


class Submission(_Data, frozen=True, kw_only=True):
    """A learner's program, taken as text."""

    name: str
    """What the learner calls the file, such as `gather.py` or `ann/solution.py`."""
    source: str
    """The text of the file that is graded."""


# --- what a run did --------------------------------------------------------------------------------------------------


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


class ThreadStarted(_Event, frozen=True, kw_only=True, tag="thread-started"):
    """The program started a thread, or handed a function to one."""

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


Event = (
    TaskStarted
    | TaskEnded
    | CallStarted
    | CallEnded
    | Suspended
    | Resumed
    | Blocked
    | Polled
    | Printed
    | Asked
    | Answered
    | NeverAwaited
    | NeverRetrieved
    | LeftBehind
    | ThreadStarted
    | SecondLoop
)
"""Everything that a trace can hold."""


class Waiter(_Data, frozen=True, kw_only=True):
    """A task that waits for something that cannot come."""

    task: str
    """The task's name."""
    awaiting: str
    """What it waits for."""
    place: Place | None = None
    """The learner's line."""


class Returned(_Data, frozen=True, kw_only=True, tag="returned", tag_field="kind"):
    """The coroutine ended by itself."""


class Raised(_Data, frozen=True, kw_only=True, tag="raised", tag_field="kind"):
    """An exception left the coroutine, or the file while it was loaded."""

    error: str
    """Class of the exception, such as `TypeError`."""
    message: str
    """Its text."""
    place: Place | None = None
    """The innermost line of the learner's."""
    phase: Literal["load", "run"] = "run"
    """Whether the file was being loaded or the coroutine ran."""


class Deadlocked(_Data, frozen=True, kw_only=True, tag="deadlocked", tag_field="kind"):
    """Every task waits, and nothing is left that could wake one."""

    waiters: tuple[Waiter, ...] = ()
    """Who waits for what."""


class TimedOut(_Data, frozen=True, kw_only=True, tag="timed-out", tag_field="kind"):
    """The program had not ended when the limit of virtual time was reached."""

    limit_ns: int
    """The limit."""


class LimitExceeded(_Data, frozen=True, kw_only=True, tag="limit-exceeded", tag_field="kind"):
    """The program used more than a run may use."""

    limit: Literal["steps", "cpu", "wall", "memory", "output", "events"]
    """What it used too much of."""
    place: Place | None = None
    """Where it was: the loop that does not end, or the line that ran."""


class Crashed(_Data, frozen=True, kw_only=True, tag="crashed", tag_field="kind"):
    """The process ended before its result was in."""

    status: int
    """Exit status, or minus the number of the signal."""
    call: str = ""
    """What ended it, such as `sys.exit(0)` or `os._exit(0)`; empty when not known."""
    place: Place | None = None
    """The learner's line, when known."""
    phase: Literal["load", "run"] = "run"
    """Whether the file was being loaded or the coroutine ran."""


class Protocol(_Data, frozen=True, kw_only=True, tag="protocol", tag_field="kind"):
    """What came from the process was not what our own code sends: the program meddled with it."""

    reason: str
    """Which rule was broken."""


class Rejected(_Data, frozen=True, kw_only=True, tag="rejected", tag_field="kind"):
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


Outcome = Returned | Raised | Deadlocked | TimedOut | LimitExceeded | Crashed | Protocol | Rejected
"""How a run ended: a closed set."""


class Trace(_Data, frozen=True, kw_only=True):
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


class Part(_Data, frozen=True, kw_only=True):
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


class Span(_Data, frozen=True, kw_only=True):
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
    parts: tuple[Part, ...]
    """What it did in between, in order; stretches of zero length are left out."""
    place: Place | None
    """The learner's line that awaits or creates it."""
    lines: tuple[tuple[int, str], ...] = ()
    """What it printed: (time, text)."""


# --- what the judge says ---------------------------------------------------------------------------------------------


class Diagnostic(_Data, frozen=True, kw_only=True):
    """A mistake, named in the learner's own lines."""

    code: str
    """Name of the pattern, such as `sequential-awaits`; `grade explain CODE` shows its page."""
    message: str
    """One past-tense fact about the program, 100 characters at most."""
    file: str = ""
    """File name as the learner knows it."""
    line: int | None = None
    """Line, counted from 1."""
    column: int | None = None
    """First column, counted from 1."""
    end_column: int | None = None
    """Column after the last one."""
    label: str = ""
    """What to write under the marked part of the line."""
    notes: tuple[str, ...] = ()
    """Further facts: what was held up, the original error text."""
    hint: str = ""
    """One question that leads on."""
    certain: bool = True
    """False where the rule asks instead of telling."""


class CheckResult(_Data, frozen=True, kw_only=True):
    """One check and what came of it."""

    name: str
    """Name of the check's function."""
    title: str
    """The requirement, as the learner reads it."""
    status: Literal["passed", "failed", "skipped", "error"]
    """`skipped`: a check that it needs failed. `error`: the grader's own fault."""
    points: float
    """Points earned."""
    max_points: float
    """Points to earn."""
    visibility: Literal["visible", "hidden"] = "visible"
    """Who may see it."""
    needs: str = ""
    """Title of the check that it needs, when it was skipped for that."""
    message: str = ""
    """What differed, in one sentence."""
    expected: tuple[str, ...] = ()
    """What was expected, a line each; the same grammar and unit as `actual`."""
    actual: tuple[str, ...] = ()
    """What happened, a line each."""
    diagnostics: tuple[str, ...] = ()
    """Codes of the report's diagnostics that explain it."""
    target: str = ""
    """What was run: `main()`, `task('Ada', 0.75)`."""
    run: int | None = None
    """Index into the report's timelines of the run that failed."""


class Timeline(_Data, frozen=True, kw_only=True):
    """What a run looked like, ready to be drawn."""

    target: str
    """What was run."""
    replaced: tuple[str, ...] = ()
    """Names behind which the judge put a service, in both runs."""
    actual: tuple[Span, ...]
    """The learner's calls."""
    actual_end: int
    """When the learner's run ended, in nanoseconds."""
    actual_lines: tuple[tuple[int, str], ...]
    """What it printed: (time, text)."""
    expected: tuple[Span, ...] = ()
    """The same of a program that does what was asked; empty where there is none to show."""
    expected_end: int = 0
    """When that one ended, in nanoseconds."""
    expected_lines: tuple[tuple[int, str], ...] = ()
    """What that one printed."""


class Environment(_Data, frozen=True, kw_only=True):
    """What the bytes of a report may depend on beside submission, exercise and secret."""

    grader: str
    """Version of the grader."""
    python: str
    """Version of the Python that ran the submission, such as `3.12.1`."""
    platform: str
    """`linux`, `darwin`, `win32`."""
    isolation: Literal["sealed", "fenced", "bounded", "limited", "none"]
    """Isolation tier in force."""
    backend: Literal["fork", "spawn"]
    """How runs were started."""
    seed: str
    """Seed of everything random, as hexadecimal digits."""


class Report(_Data, frozen=True, kw_only=True):
    """Everything that is said about one submission."""

    schema: int = SCHEMA
    """Version of this layout."""
    exercise: str
    """Slug."""
    title: str = ""
    """The exercise's title."""
    submission: Submission
    """What was graded."""
    score: float
    """Points earned."""
    max_score: float
    """Points to earn."""
    capped: bool = False
    """Whether the rule "a program with a fault gets at most half" lowered the score."""
    outcome: Outcome
    """How the run of `main` as the learner wrote it ended."""
    results: tuple[CheckResult, ...]
    """The checks, in the author's order."""
    diagnostics: tuple[Diagnostic, ...]
    """Ranked: the first is the root cause."""
    timelines: tuple[Timeline, ...] = ()
    """Runs of failed checks (and of `main`), referred to by `CheckResult.run`."""
    hint: str = ""
    """The first hint of the exercise that fits, or the root cause's question."""
    remarks: tuple[str, ...] = ()
    """Facts about the file that cost nothing, but that its author should know."""
    environment: Environment
    """Isolation, versions, seed."""


def seconds(nanoseconds: int) -> str:
    """Write a time the way learners read it: `2 s`, `0.25 s`; a millisecond is the finest unit.

    >>> seconds(2_000_000_000), seconds(250_000_000), seconds(1_000_400_000)
    ('2 s', '0.25 s', '1 s')
    """
    milliseconds = round(nanoseconds / 1_000_000)
    return f"{milliseconds / 1000:.3f}".rstrip("0").rstrip(".") + " s"
