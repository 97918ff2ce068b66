"""One run of a program -> Tracing."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from grader import __version__
from grader.diagnosis import Evidence, diagnose, from_outside
from grader.errors import UsageError
from grader.model import (
    NANOSECONDS,
    Deadlocked,
    Environment,
    Exercise,
    Interrupted,
    LimitExceeded,
    Limits,
    Line,
    Printed,
    RealTime,
    TaskStarted,
    TimedOut,
    Trace,
    Tracing,
)
from grader.runner import Backend, Job, Script, run, start
from grader.runner.process import Process
from grader.trace import MOST_CALLS, timeline

from . import simulation
from .sources import Sources

STEPS = 200_000
CPU_SECONDS = 30.0
WALL_SECONDS = 100.0
MEMORY_MIB = 4_096
OUTPUT_BYTES = 2_000_000
"""What a run may use: a program of one's own does more than an exercise."""


def trace(
    sources: Sources,
    arguments: Sequence[str] = (),
    *,
    name: str = "",
    seconds: float = 3600.0,
    real_time: bool = False,
    python: str = sys.executable,
    backend: str | None = None,
) -> Tracing:
    """Run a program to its end, to `seconds` on its clock, or to Ctrl-C, and say what it did.

    It runs as it is, where its user is: with the environment, the files and the packages of `python`, not isolated.
    `name` is what stands for the file in `sys.argv`. With `real_time` clock and network are the machine's.
    Raises UsageError for a Python that cannot be used.
    """
    job = Job(
        files=sources.texts,
        main_file=sources.file,
        target="__main__",
        arguments=tuple(arguments),
        limits=Limits(
            steps=STEPS,
            virtual_ns=round(seconds * NANOSECONDS),
            cpu_seconds=CPU_SECONDS,
            wall_seconds=WALL_SECONDS + (seconds if real_time else 0),
            memory_mib=MEMORY_MIB,
            output_bytes=OUTPUT_BYTES,
        ),
        allows=("subprocesses",),
        script=Script(
            name=name or str(sources.path),
            root=str(sources.root.absolute()),
            module=sources.module,
            folder=str(Path.cwd()),
            real_time=real_time,
        ),
    )
    started = _started(python, backend, real_time)
    try:
        process = started.start()
        with _passing_on(process):
            done = run(process, job).trace
        environment = Environment(
            grader=__version__,
            python=started.version,
            platform=sys.platform,
            isolation="none",
            backend=started.name,
            seed=f"{job.seed:x}",
        )
    finally:
        started.close()
    return _told(done, job, sources, environment)


def _may_go_on(done: Trace) -> bool:
    """Whether a program had not ended and need not: nobody said that it must, or that clients come from within."""
    idle = isinstance(done.outcome, Deadlocked) and simulation.awaits_clients(done, done.outcome)
    went_on = isinstance(done.outcome, LimitExceeded) and done.outcome.limit in ("events", "output", "steps")
    return idle or (went_on and done.duration_ns > 0) or isinstance(done.outcome, TimedOut | Interrupted)


def _started(python: str, backend: str | None, real_time: bool) -> Backend:
    try:
        return start(
            backend,  # type: ignore[arg-type]
            python=python,
            everything=True,
            environment=os.environ,
            confined=False,
            real_time=real_time,
        )
    except OSError as error:
        raise UsageError(f"{python} cannot be run: {error.strerror}") from error


@contextmanager
def _passing_on(process: Process) -> Iterator[None]:
    """Pass Ctrl-C on to the program, which ends with what was seen so far; a second one ends the command."""
    before = signal.getsignal(signal.SIGINT)

    def pass_on(number: int, frame: object) -> None:
        signal.signal(signal.SIGINT, before)
        process.interrupt()

    signal.signal(signal.SIGINT, pass_on)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _told(done: Trace, job: Job, sources: Sources, environment: Environment) -> Tracing:
    assert job.script is not None
    unasked = Exercise(slug="", title="", concept="", file=sources.file, entry_points=())
    outside = from_outside(sources.text, done.outcome) if isinstance(done.outcome, Deadlocked) else None
    idle = outside is not None or _may_go_on(done)
    judged = msgspec.structs.replace(done, outcome=Interrupted()) if idle else done
    events = done.events
    return Tracing(
        file=job.script.name,
        arguments=tuple(map(str, job.arguments)),
        outcome=done.outcome,
        duration=done.duration_ns / NANOSECONDS,
        exact=not any(isinstance(event, RealTime) for event in events),
        output=tuple(
            Line(time=event.time / NANOSECONDS, stream=event.stream, text=event.text, task=event.task)
            for event in events
            if isinstance(event, Printed)
        ),
        diagnostics=diagnose(Evidence(source=sources.text, exercise=unasked, findings=(), main=judged)),
        not_simulated=(
            *simulation.limits_of(
                done, real_time=job.script.real_time, left_out=sources.left_out, most_calls=MOST_CALLS
            ),
            *([f"{outside[0]} ({sources.file}, line {outside[1]}): none comes to a run"] if outside else []),
        ),
        tasks={event.task: event.name for event in events if isinstance(event, TaskStarted)},
        timeline=timeline(done, None),
        source=sources.text,
        environment=environment,
    )
