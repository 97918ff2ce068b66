"""One run: load the learner's file, call what is to be called, tell how it ended.

The job comes from the judge as plain data:

    files      file name → text; `main_file` is the learner's
    entry_points  names of the exercise's coroutines: a run of one while the file is loaded is left out
    target     "main", "task", …, or "scenario:name" for a coroutine of scenario.py that gets the learner's module first
    arguments  tagged values
    replace    names behind which the judge hosts a service: "task", "given.download"; "data.open": it serves `data/`
    limits     steps, virtual_ns, cpu_seconds, wall_seconds, memory_mib, output_bytes
    cancel_ns  when the coroutine is cancelled; null: never
    seed       seed of `random`
    schedule   what may come otherwise than usual, and the choices to make; null: nothing (see `schedule`)
    allows     what it may do that others may not: "subprocesses"
    forbids    what it may not do that others may: "threads"
    network    latency_ns, bytes_per_second: how fast the network in memory is
    folder     where the run's files lie, or empty
    shares     whether another job may follow in this process, as only what takes points away may
    script     null, or how a file is run as a script, with `arguments` after its name: `name`, which stands in
               `sys.argv`; `root`, the folder from which it imports; `module`, what `python -m` calls it, or empty

Most of what a run needs is the same for all, and is made before it is known which run it will be (`Program.prepare`):
where runners are forked, by the process that forks them, once.
"""

from __future__ import annotations

import asyncio
import concurrent.futures.thread as pools
import contextlib
import inspect
import os
import signal
import site
import sys
import threading
import traceback
import warnings
from asyncio import events
from collections.abc import Callable
from functools import partial
from typing import Any

from . import elsewhere, limits, tracebacks
from .blocking import blocking, calls, processor
from .blocking.files import OpenFiles
from .blocking.served import SERVICE, ServedFiles
from .channel import Channel
from .coroutine import Coroutine
from .loop import loop_class
from .network import loop as netloop
from .network.network import Network
from .network.wires import Speed
from .outcomes import ENDS, Done, Outcomes
from .recorder import marks
from .recorder.events import EventLimit, Limit
from .recorder.frames import short
from .recorder.leftovers import Leftovers
from .recorder.primitives import Primitives
from .recorder.recorder import Recorder
from .recorder.streams import Streams
from .script import Script
from .services import Services
from .surroundings import Surroundings
from .unguarded import Unguarded
from .values import decode, encode, safe_text
from .virtual import chance, locks, sets, threads, time as virtual_time, turns
from .virtual.clock import Clock, JudgedClock, RealClock, TimeLimit
from .virtual.schedule import Schedule
from .virtual.turns import Deadlock

_leave_process = os._exit

FRAMES = 51
"""Depth of the stack that the engine needs on top of the program's."""

UNCLOSED = {"Unclosed client session": "a client session"}
"""What libraries tell the loop of a thing that only garbage collection ends (aiohttp), and what that was."""


class Program:
    """A run in this process, which ends with it; or several, one after the other."""

    def __init__(self, rebind: Callable[[], None] = lambda: None, *, real_time: bool = False) -> None:
        """`rebind` is called when everything is in place; `real_time`: whether time and network are the machine's."""
        self._rebind = rebind
        self.is_real = real_time
        self.channel = Channel()
        judged = JudgedClock(self.channel)
        self.clock: Clock = RealClock() if real_time else judged
        self.turns = turns.Turns(self.clock)
        self.recorder = Recorder(self.channel, self.clock, self._ended)
        self.network = Network(self.turns, self.recorder)
        self.services = Services(self.channel, judged, self.recorder)
        self.files = OpenFiles(self.turns, self.recorder.frames.place_of)
        self._served = ServedFiles(self.turns, self.services)
        self.virtual = blocking.VirtualTime(self.turns, self.recorder)
        self._sets = sets.Sets()
        self.streams = Streams(self.recorder, self.channel.flush)
        self._surroundings: Surroundings | None = None
        self._is_closed = False
        self.phase = "load"
        self._ended_at: int | None = None

    def prepare(self) -> None:
        """Put everything in Python's place that is the same for all runs. Nothing here knows a run, or what it may."""
        sys.setrecursionlimit(sys.getrecursionlimit() + FRAMES)
        sys.set_coroutine_origin_tracking_depth(8)
        sys.unraisablehook = lambda _: None
        site.setquit()  # `exit` and `quit`, which every script has: the interpreter starts without `site`
        threads.install(self.turns, self._notice_thread, allowed=self._may_thread)
        self._sets.install()
        self.turns.tell_real_time = partial(self.recorder.post, "real-time", None)
        self.turns.is_talking = self.channel.is_talking
        virtual_time.install(self.virtual)
        self._lock = locks.lock_class(self.turns)
        self._calls = calls.Calls(self.virtual, self.turns, self._is_running, self._served)
        self._calls.install(self.files)
        if not self.is_real:
            netloop.install(self.network)
        Primitives(self.recorder).install()
        marks.install(self.recorder)
        self._new_loop = loop_class(self)
        self._ask_policy = events.new_event_loop
        events.new_event_loop = asyncio.new_event_loop = self._new_loop
        asyncio.SelectorEventLoop = asyncio.EventLoop = self._new_loop  # type: ignore[attr-defined]
        asyncio.get_event_loop_policy().new_event_loop = self._new_loop  # type: ignore[method-assign]
        threading.excepthook = self._on_thread_error
        asyncio.as_completed = self._in_order(asyncio.as_completed)

    def _begin(self, job: dict[str, Any]) -> None:
        """Take what is this run's, put the rest in place, and close what it may not do."""
        self.phase = "load"
        self._ended_at = None
        self._over = False
        self._jobs_told: set[str] = set()
        self.job = job
        self._limits = job["limits"]
        self._main_file: str = job["main_file"]
        self.script: dict[str, Any] | None = job["script"]
        if not self._is_closed:
            self._close()
        if job["shares"] and self._surroundings is None:
            self._surroundings = Surroundings(self._limits["cpu_seconds"])
        sources = {name: name for name in job["files"]}
        shown = ", ".join(short(decode(argument)) for argument in job["arguments"])
        root = None if self.script else f"{job['target'].removeprefix('scenario:')}({shown})"
        self.clock.limit = self._limits["virtual_ns"]
        self.clock.reset()
        for part in (self.turns, self.services, self.files, self.virtual, self._sets):
            part.begin()
        self.recorder.begin(sources, self._main_file, self._limits["steps"], root)
        self.network.begin(Speed(**job["network"]))
        self.leftovers = Leftovers(self.recorder, sources, self._main_file)
        warnings._warn_unawaited_coroutine = self.leftovers.never_awaited  # type: ignore[attr-defined]
        self._processor = processor.Processor(self.recorder, job["files"], self._main_file)
        self.unguarded = Unguarded(self._main_file, job["entry_points"])
        self._target: Script | Coroutine = (
            Script(job, self.leftovers.left_behind) if self.script else Coroutine(job, self.services, self.unguarded)
        )
        self.outcomes = Outcomes(
            self.recorder, self.leftovers, job["files"], self._main_file, self._limits["virtual_ns"]
        )
        chance.install(job["seed"])
        if job["folder"]:
            os.chdir(job["folder"])
        sys.argv[:] = [self._main_file]
        if SERVICE in job["replace"]:
            self._served.lay_out(job["folder"])
        self.streams.begin(self._limits["output_bytes"])
        self.streams.install()
        self.schedule = Schedule(job["schedule"], self.recorder, self.turns) if job["schedule"] is not None else None
        self._unschedule = self.schedule.install() if self.schedule is not None else None
        self._rebind()
        limits.arm(
            self._limits["cpu_seconds"],
            self._limits["wall_seconds"],
            self._limits["memory_mib"],
            self._exceeded,
            self._tick,
            processor.TICK,
        )
        if self.script is not None:
            events.new_event_loop = asyncio.new_event_loop = self._ask_policy
            elsewhere.install(self._new_loop, self.recorder)
            tracebacks.install()
            signal.signal(signal.SIGINT, self._interrupt)

    def _close(self) -> None:
        """Put in place what cannot be undone, or must not be there before a process is forked."""
        self._is_closed = True
        locks.install(self.turns, self._lock)
        calls.patch_exit(self.recorder, self.cut)
        self._calls.watch(processes="subprocesses" in self.job["allows"])
        if self.is_real:
            self.turns.tell_real_time("all that it waits for, as was asked for")
        else:
            netloop.seal()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._become_copy)

    def _may_thread(self) -> bool:
        return "threads" not in self.job["forbids"]

    # --- the run ---

    def run(self, job: dict[str, Any]) -> None:
        """Run what was prepared, and send the result. The process ends with it, if no other job may follow."""
        while True:
            self._ran = False
            try:
                outcome, value = self._guarded(job)
            except Done as done:
                outcome, value = done.outcome, None
            except BaseException as error:
                outcome, value = self.outcomes.of(error, self.phase), None
            self._tell(outcome, value)
            if not job["shares"] or not self._ran or not self._forget():
                _leave_process(0)
            del outcome, value
            self.channel.speak()
            try:
                (job,) = self.channel.ask(["next"])
            except EOFError:
                _leave_process(0)

    def _forget(self) -> bool:
        """Make the process ready for another run; False: it cannot be."""
        assert self._surroundings is not None
        if self.turns.real_time or not self._surroundings.may_go_on():
            return False
        limits.disarm()
        if self._unschedule is not None:
            self._unschedule()
        del self._target
        self.recorder.clear()
        self._surroundings.restore()
        return True

    def _guarded(self, job: dict[str, Any]) -> tuple[dict[str, Any], Any]:
        self._begin(job)
        self._target.load()
        self.phase = "run"
        self.streams.reset()
        self.recorder.clear()
        self.network.clear()
        self.clock.reset()
        if self.schedule is not None:
            self.schedule.start()
        self.channel.ask(["loaded"])
        try:
            value = self._target.run(self._new_loop)
        except ENDS:
            raise
        except BaseException as error:  # SystemExit, too: asyncio cancels tasks then, and Python waits for threads
            outcome, value = self.outcomes.of(error, self.phase), None
            if self._target.is_cancelled and isinstance(error, asyncio.CancelledError):
                outcome = {"kind": "cancelled"}
        else:
            outcome = {"kind": "returned", "status": self._target.status}
        self._target.finish(self._ended, self._wait_for_threads)
        self.leftovers.still_unawaited()
        self.leftovers.never_retrieved()
        self._tell_left_open()
        self._ran = True
        return outcome, value

    def _tell_left_open(self) -> None:
        opened = [(one.what, one.place) for one in self.network.left_open()] + self.files.left_open()
        for what, place in opened:
            self.recorder.post("left-open", None, what, place)

    def _wait_for_threads(self) -> None:
        """Let threads go on to their end, as Python does before it exits; one that nothing can wake is cut off."""
        pools._python_exit()
        for thread in threading.enumerate():
            if not thread.daemon and thread is not threading.main_thread():
                with contextlib.suppress(Deadlock):
                    thread.join()

    def _finish(self, outcome: dict[str, Any], value: Any) -> None:
        """Send the result, and end the process. Does nothing where it is on its way already."""
        if not self._over:
            self._tell(outcome, value)
            _leave_process(0)

    def _tell(self, outcome: dict[str, Any], value: Any) -> None:
        """Send the result, which is the last that is sent of the run."""
        ended = self.clock.now if self._ended_at is None else self._ended_at
        result = ["result", ended, encode(value), encode(outcome)]
        self._over = True
        try:
            self.streams.finish()
            self.recorder.settle()
        except EventLimit:
            pass
        self.channel.close_with(result)

    def _become_copy(self) -> None:
        """Go on as a process that the program forked: without a word to the judge."""
        self.channel.silence()
        self.virtual.leave()
        self.turns.forget_others()
        self.clock.reset()
        self.streams.uninstall()
        os._exit = _leave_process

    def _tick(self, frame: Any) -> None:
        if self._is_running():
            self._processor.tick(frame)
            if self.script is not None and self._processor.is_endless(frame):
                self._exceeded("cpu", frame)

    def _is_running(self) -> bool:
        """Tell whether the coroutine under test is under way."""
        return self.phase == "run" and self._ended_at is None

    def _ended(self) -> None:
        """Take note that the coroutine under test has ended: what is unfinished now was left behind."""
        if self.phase == "run" and self._ended_at is None:
            self._ended_at = self.clock.now
            if self.schedule is not None:
                self.schedule.stop()
            self.leftovers.left_behind()

    def on_loop_error(self, loop: Any, context: dict[str, Any]) -> None:
        """Record what asyncio tells a loop of: an exception at which nobody looked, a thing that nobody closed."""
        error = context.get("exception")
        left_open = UNCLOSED.get(context.get("message", ""))
        if left_open is not None:
            self.recorder.post("left-open", None, left_open, None)
        if error is not None and not isinstance(error, asyncio.CancelledError | Limit):
            task = context.get("task") or context.get("future")
            number = self.recorder.number_of(task) if isinstance(task, asyncio.Task) else None
            self._nobody_looked(number, error)

    def _nobody_looked(self, task: int | None, error: BaseException) -> None:
        text = f"{type(error).__name__}: {safe_text(error, 200)}"
        self.recorder.post("never-retrieved", None, task, text, self.outcomes.innermost(error))

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        """Write what Python writes, of the program's own lines only. A limit ends the run, whichever thread hit it."""
        if isinstance(args.exc_value, TimeLimit | Limit):
            self._finish(self.outcomes.of(args.exc_value, self.phase), None)
        if args.exc_value is None or isinstance(args.exc_value, SystemExit):
            return
        self._nobody_looked(None, args.exc_value)
        told = traceback.TracebackException.from_exception(args.exc_value)
        own = [line for line in told.stack if line.filename in self.job["files"]]
        told.stack = traceback.StackSummary.from_list(own)
        name = args.thread.name if args.thread is not None else "?"
        print(f"Exception in thread {name}:", "".join(told.format()), sep="\n", end="", file=sys.stderr)

    def _notice_thread(self, what: str) -> None:
        frame = sys._getframe(2)
        task, _, place = self.recorder.here(frame)
        told = str((what, task, place))
        if place is not None and (what != threads.EXECUTOR or told not in self._jobs_told):
            self._jobs_told.add(told)
            self.recorder.post("thread-started", None, what, task, place)

    def _in_order(self, as_completed: Callable[..., Any]) -> Callable[..., Any]:
        """Start the coroutines given to `as_completed` in the order given; asyncio starts them in that of a set."""

        def in_order(fs: Any, *, timeout: float | None = None) -> Any:
            if not asyncio.isfuture(fs) and not inspect.iscoroutine(fs):
                arranged = fs if self.schedule is None else self.schedule.arranged(list(fs))
                fs = [asyncio.ensure_future(f) for f in arranged]
            return as_completed(fs, timeout=timeout)

        in_order.__name__ = in_order.__qualname__ = "as_completed"
        return in_order

    # --- outcomes ---

    def cut(self, error: BaseException) -> None:
        """End the run, and the process, where the program stands."""
        if isinstance(error, Deadlock):
            self._tell_left_open()
        self._finish(self.outcomes.of(error, self.phase), None)

    def _interrupt(self, _: int, frame: Any) -> None:
        outcome = {"kind": "interrupted", "place": self.outcomes.outermost(frame) or self.recorder.last_place()}
        self.channel.between_frames(lambda: self._finish(outcome, None))

    def _exceeded(self, limit: str, frame: Any) -> None:
        if limit == "wall" and self._processor.computes:
            limit = "cpu"  # a busy machine was slow to give it that much
        place = self.outcomes.spinning(frame) if limit == "cpu" else self.outcomes.outermost(frame)
        outcome = {"kind": "limit-exceeded", "limit": limit, "place": place}
        self.channel.between_frames(lambda: self._finish(outcome, None))
