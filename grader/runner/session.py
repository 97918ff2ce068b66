"""One run: a job goes down, messages come up, services are answered, limits are kept. The result is a trace.

The judge's clock is the only one that counts. It stands until the runner has it go on: to the time of a `wait`, which
lies within the horizon that was granted, or, when the runner is idle, to the next reply that is owed. A message bears
the time of this clock, or the run ends. So when a line was printed is no claim: the judge has seen it come between two
waits. While a reply is owed the horizon is its time, and only when the runner is idle does it go down. So nobody in the
runner can know a payload before its time, or call a service before the reply it depends on.

The first result is final. A run is complete with a result, a clean end of the channel, exit status 0, and nothing after
it; anything else is an outcome of its own. Where its process is shared, one word may follow: that it can take another.
"""

from __future__ import annotations

import math
import signal
import time
from contextlib import nullcontext
from typing import Literal

import msgspec

from grader.errors import GraderError
from grader.model import (
    Answered,
    Asked,
    Blocked,
    Chose,
    Crashed,
    Deadlocked,
    Event,
    LimitExceeded,
    Offered,
    Outcome,
    Printed,
    Protocol,
    RealTime,
    TimedOut,
    Trace,
)

from . import folder as folders, values
from .channel import Ask, Frames, GiveUp, Idle, Loaded, Message, Next, Probed, ProtocolError, Ready, Result, Wait, frame
from .job import Finished, Job
from .process import LAST_WORDS, Process, Source, queued
from .reported import Reported, TooMuch
from .requests import Requests

MAX_EVENTS = 400_000
GRACE = 2.0
"""Seconds beyond the runner's own limit of real time before the judge kills it."""

MOST_QUEUED = 60.0
"""Seconds beyond that at most for which a run may have waited for a processor."""

WIDEST = 4
"""Characters that stand for one byte of output, at most: `\\xff`."""

LOOK = 0.1
"""Seconds between two looks at a run's folder."""


class _Ended(Exception):
    """The run has this outcome, whatever else comes."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome


def run(process: Process, job: Job) -> Finished:
    """Run a job in a process that was just started, to its end; the process is gone afterwards."""
    where = nullcontext(job.script.folder) if job.script is not None else folders.made(job.laid_out)
    with where as folder:
        session = Session(process, job, folder)
        try:
            outcome = session.conduct()
        finally:
            process.kill()
            process.close()
    return session.finished(outcome)


class Session:
    """One run, from its job to what came of it."""

    def __init__(self, process: Process, job: Job, folder: str, *, ready: bool = False) -> None:
        """Prepare a run in a process, whose own folder is `folder`; `ready`: whether others were run there before."""
        self._process = process
        self._folder = folder
        self._job = job
        self._frames = Frames()
        self._budget = job.limits.output_bytes
        self._is_real = job.script is not None and job.script.real_time
        self._lines = {name: len(text.splitlines()) + 1 for name, text in job.files.items()}
        self._begin()
        self._ready = ready
        self._loaded = False
        self._result: Result | None = None
        self._last_words = math.inf
        self.goes_on = False
        """Whether the process has said that it can take another job."""

    def _begin(self) -> None:
        """Start (afresh) at time zero."""
        self._now = 0
        self._horizon = self._job.limits.virtual_ns
        self._events: list[Event] = []
        self._raw: dict[Source, bytes] = {"out": b"", "err": b""}
        self._requests = Requests(self._job, self._record)
        self._printed = 0
        self._reported = Reported(self._lines)
        self._waited_for_real = False

    # --- the conversation ---

    def conduct(self) -> Outcome:
        """Run to the end of the process, or until it can take another job."""
        limits = self._job.limits
        begun = time.monotonic()
        deadline = begun + limits.wall_seconds + GRACE
        try:
            self._process.send(frame([self._as_data()]))
            looked = time.monotonic()
            while True:
                now = time.monotonic()
                if now >= deadline:
                    # On a busy machine it was stopped only as long as it was ready to run.
                    deadline = begun + limits.wall_seconds + GRACE + min(queued(self._process.pid), MOST_QUEUED)
                if now >= deadline:
                    raise _Ended(LimitExceeded(limit="wall"))
                if now - looked >= LOOK and self._job.script is None:
                    looked = now
                    if folders.is_overfull(self._folder, self._process.pid):
                        raise _Ended(LimitExceeded(limit="disk"))
                status = self._take(self._process.read(min(deadline - now, LOOK)))
                if status is not None:
                    return self._outcome(status)
                if self.goes_on or (self._job.shares and now >= self._last_words):
                    return self._outcome("end 0")
        except _Ended as ended:
            return ended.outcome
        except ProtocolError as error:
            self.goes_on = False
            return Protocol(reason=str(error)[:200])

    def _as_data(self) -> dict[str, object]:
        job = self._job
        return {
            "files": job.files,
            "main_file": job.main_file,
            "target": job.target,
            "entry_points": list(job.entry_points),
            "arguments": [values.encode(argument) for argument in job.arguments],
            "replace": list(job.replace),
            "limits": msgspec.to_builtins(job.limits),
            "cancel_ns": job.cancel_ns,
            "seed": job.seed,
            "schedule": None if job.schedule is None else job.schedule.as_data(),
            "allows": list(job.allows),
            "forbids": list(job.forbids),
            "network": msgspec.to_builtins(job.network),
            "folder": self._folder,
            "shares": job.shares,
            "script": None if job.script is None else msgspec.to_builtins(job.script),
        }

    def _take(self, chunks: list[tuple[Source, bytes]]) -> str | None:
        """Take what was read, output before messages; return the word on the process's end when it comes."""
        status = None
        for source, data in sorted(chunks, key=lambda chunk: _ORDER[chunk[0]]):
            if source == "status":
                status = data.decode()
            elif source == "up":
                for message in self._frames.feed(data):
                    self._on(message)
            else:
                self._on_raw(source, data)
        return status

    def _on(self, message: Message) -> None:
        if self._result is not None:
            if isinstance(message, Next) and self._job.shares and not self.goes_on:
                self.goes_on = True
                return
            raise ProtocolError("a message after the result")
        if isinstance(message, Ready) is self._ready:
            raise ProtocolError("ready twice" if self._ready else "a message from a runner that was not ready")
        match message:
            case Ready():
                self._ready = True
            case Probed():
                raise ProtocolError("an answer to a probe")
            case Next():
                raise ProtocolError("ready for another run before the end of this one")
            case Loaded():
                if self._loaded:
                    raise ProtocolError("loaded twice")
                self._loaded = True
                self._begin()
                self._process.send(frame(["go"]))
            case Ask():
                self._stamp(message.time)
                if len(self._requests) >= self._job.limits.steps:
                    raise _Ended(LimitExceeded(limit="steps"))
                self._requests.ask(message, self._now)
                self._horizon = self._now
            case GiveUp():
                self._stamp(message.time)
                self._requests.close(message.request, "cancelled", self._now)
                if self._requests.next_due() is None:
                    self._horizon = self._job.limits.virtual_ns
            case Idle():
                self._stamp(message.time)
                self._on_idle(message.target)
            case Wait():
                self._stamp(message.time)
                if not self._now < message.until <= self._horizon:
                    raise ProtocolError("a wait beyond what was granted")
                self._now = message.until
            case Result():
                self._stamp(max(message.time, self._now))
                if message.time < 0:
                    raise ProtocolError("a result outside of time")
                self._result = message
                self._last_words = time.monotonic() + LAST_WORDS
            case Blocked():
                if not 0 <= message.time <= message.until:
                    raise ProtocolError("a stretch that ends before it begins")
                # Told when the next event is, which may be later than its end.
                self._stamp(max(message.until, self._now))
                self._add(message)
            case _:
                if self._waited_for_real and message.time < self._now:
                    # A thread that nobody waits for spoke while the clock went on.
                    message = msgspec.structs.replace(message, time=self._now)
                self._stamp(message.time)
                self._add(message)

    def _stamp(self, now: int) -> None:
        """Hold a time against the clock; in real time the clock is the machine's, and nothing is graded."""
        if self._is_real and self._now <= now <= self._horizon:
            self._now = now
        elif now != self._now:
            raise ProtocolError("a time that is not the judge's")

    def _add(self, event: Event) -> None:
        if isinstance(event, Asked | Answered):
            raise ProtocolError("the runner spoke for the judge")
        if isinstance(event, Chose | Offered) and (self._job.schedule is None or event.knob == "services"):
            raise ProtocolError("a choice that was not the runner's")
        if isinstance(event, RealTime):
            self._waited_for_real = True
        if isinstance(event, Printed):
            if self._printed > WIDEST * self._job.limits.output_bytes:
                raise _Ended(LimitExceeded(limit="output"))
            self._printed += len(event.text)
        try:
            self._reported.take(event)
        except TooMuch:
            raise _Ended(LimitExceeded(limit="events")) from None
        self._record(event)

    def _record(self, event: Event) -> None:
        if len(self._events) >= MAX_EVENTS:
            raise _Ended(LimitExceeded(limit="events"))
        self._events.append(event)

    # --- services ---

    def _on_idle(self, target: int | None) -> None:
        due = self._requests.next_due()
        limit = self._job.limits.virtual_ns
        if due is None:
            raise ProtocolError("idle with nothing owed")
        if target is not None and target < self._now:
            raise ProtocolError("a target in the past")
        if target is not None and target < due:
            self._horizon = min(due, limit)
            self._now = min(target, self._horizon)
            self._process.send(frame(["advance", self._now, self._horizon, []]))
            return
        if due > limit:
            self._process.send(frame(["advance", limit + 1, limit + 1, []]))
            return
        self._now = due
        replies = self._requests.replies(due)
        self._look_ahead()
        self._process.send(frame(["advance", self._now, self._horizon, replies]))

    def _look_ahead(self) -> None:
        """Grant what is to come until the next reply that is owed."""
        following, limit = self._requests.next_due(), self._job.limits.virtual_ns
        self._horizon = limit if following is None else min(following, limit)

    # --- output round the streams ---

    def _on_raw(self, source: Source, data: bytes) -> None:
        data, over = data[: self._budget], len(data) > self._budget
        self._budget -= len(data)
        *lines, self._raw[source] = (self._raw[source] + data).split(b"\n")
        for line in lines:
            self._record_raw(source, line)
        if over:
            raise _Ended(LimitExceeded(limit="output"))

    def _record_raw(self, source: Source, line: bytes) -> None:
        text = line.decode("utf-8", "backslashreplace").rstrip()
        stream: Literal["stdout", "stderr"] = "stdout" if source == "out" else "stderr"
        self._record(Printed(time=self._now, stream=stream, text=text, task=None, call=None, place=None))

    # --- the end ---

    def _outcome(self, status: str) -> Outcome:
        for source, rest in self._raw.items():
            if rest:
                self._record_raw(source, rest)
        if not self._ready:
            said = [event.text for event in self._events if isinstance(event, Printed)]
            raise GraderError(f"a runner could not confine itself: {said[-1] if said else status}")
        if status == "left":
            return Protocol(reason="a process that the program started outlived it")
        code = int(status.removeprefix("end "))
        if self._result is None:
            if -code == getattr(signal, "SIGXCPU", 24):
                return LimitExceeded(limit="cpu")
            return Crashed(status=code, phase="run" if self._loaded else "load")
        if code != 0 or self._frames.incomplete:
            return Protocol(reason="the process did not end cleanly after its result")
        try:
            outcome: Outcome = msgspec.convert(values.decode(self._result.outcome), Outcome)
        except (values.MalformedValue, msgspec.ValidationError) as error:
            return Protocol(reason=f"no outcome: {error}"[:200])
        waiters = outcome.waiters if isinstance(outcome, Deadlocked) else ()
        for told in (outcome, *waiters, *(helper for waiter in waiters for helper in waiter.on)):
            self._reported.check_place(getattr(told, "place", None))
        return outcome

    def finished(self, outcome: Outcome) -> Finished:
        """Return what came of the run."""
        value: object = None
        ended = self._now
        if self._result is not None and not isinstance(outcome, Protocol):
            # The last answer went to something that the coroutine waited for, or left behind.
            ended = max(self._result.time, self._requests.last_answer)
            try:
                value = values.decode(self._result.value)
            except values.MalformedValue as error:
                outcome = Protocol(reason=str(error)[:200])
        if isinstance(outcome, TimedOut):
            ended = max(ended, outcome.limit_ns)
        if self._requests.varied:
            self._events.append(Offered(time=ended, knob="services", choices=self._requests.varied))
        trace = Trace(
            target=self._job.label,
            events=tuple(self._events),
            outcome=outcome,
            duration_ns=ended,
            replaced=tuple(self._job.replace),
            script=self._job.script is not None,
        )
        return Finished(trace=trace, value=value, requests=self._requests.told(), over_ns=max(ended, self._now))


_ORDER: dict[Source, int] = {"out": 0, "err": 1, "up": 2, "status": 3}
