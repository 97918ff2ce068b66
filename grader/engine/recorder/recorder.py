"""Records what a program does: tasks, awaited calls, waits, output. Everything here is reported evidence.

How a call is seen. Nothing is wrapped and no trace function is set. After each step of a task the recorder walks from
its coroutine along `cr_await` down to what it waits for; at each line of output, blocking call and service call it
walks the stack up. Both give the frames of the coroutines that are under way, outermost first. Frames that are new
since the last look are calls that began, frames that are gone are calls that ended; virtual time only moves between
looks, so the times are exact. A coroutine that never waits, prints, blocks or calls a service is not seen, and takes no
time.

An async generator is one call from its first item to its end, though it is under way only while an item is made.

The recorder keeps frames, not coroutines or tasks, and only until the end of the step in which they end: a coroutine
thrown away is still reported as never awaited, a task is still collected when nobody keeps it.

Fast: most programs do little between two waits, so what is seen after every step must cost about as much as the step.
What is known of a code object is read once, a line once for each place in it; calls that are what they were are only
compared, and what follows them is all that is walked along; a task that sleeps again, as long and on the same line,
says again what it said. tests/engine/test_cost.py counts what a step costs.
"""

from __future__ import annotations

import sys
import types
import weakref
from asyncio import events
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from ..values import name_of, safe_text
from ..virtual.clock import Clock
from .awaited import awaited
from .calls import Calls, Entry
from .events import EventLimit, Events, Limit, Sink
from .frames import SLEEP, TIMES, Frames, Place
from .generators import Generators
from .roster import Roster
from .sleeper import Sleeper
from .tasks import Task, has_begun, is_inner, task_of

CoroutineType = types.CoroutineType

if TYPE_CHECKING:
    from .primitives import Primitives

DEEP = 10
"""Nested calls that count as a step more: looking at them costs as much."""
NOTES = 5
"""What a program may do with locks and queues for each step that it may take."""


NOTHING: list[types.FrameType] = []
"""No calls that began; never changed."""


class StepLimit(Limit):
    """The event loop has run as many callbacks as a run may, or made as many tasks."""


class Recorder:
    """Observer of the loop, and the one who knows whose line runs."""

    def __init__(self, sink: Sink, clock: Clock, on_end: Callable[[], None] = lambda: None) -> None:
        """Make a recorder. `on_end` is called when the first task of a run has ended, if that is its `root`."""
        self._clock = clock
        self._sources: Mapping[str, str] = {}
        self._max_steps = 0
        self._on_end = on_end
        self.events = Events(sink, clock, lambda: self.stop(EventLimit, sys._getframe(1)))
        self.frames = Frames()
        self.calls = Calls(self)
        self.roster = Roster(self)
        self.generators = Generators(self)
        self.primitives: Primitives | None = None
        # What the rest of the engine asks for.
        self.post, self.blocked, self.settle = self.events.post, self.events.blocked, self.events.settle
        self.here, self.standing, self.line_of = self.calls.here, self.calls.standing, self.calls.line_of
        self.current_task, self.number_of, self.name_of = (
            self.roster.current_task,
            self.roster.number_of,
            self.roster.name_of,
        )
        # What is asked for after every step.
        self.task_class = Task
        self._write, self._stacks, self._paused = self.events.write, self.calls.stacks, self.generators.paused
        self._stamp = self.events.stamp
        self.clear()

    def begin(self, sources: Mapping[str, str], main_file: str, max_steps: int, root: str | None) -> None:
        """Take what is to be recorded.

        `sources`: names of the files whose frames are recorded; `main_file`: the learner's, whose lines are preferred;
        `root`: name of the first task, or None: it is one like the others.
        """
        self._sources = sources
        self._max_steps = max_steps
        self.task_class = Task
        self.frames.begin(sources, main_file)
        self.roster.begin(root)

    def clear(self) -> None:
        """Forget all: the coroutine under test is about to be called."""
        for task in self.roster.known:
            if type(task) is self.task_class:
                task.sleeper = None
        self.steps = 0
        self.ended = False
        self.failed: list[weakref.ref[Any]] = []
        self.computation: Callable[[], Any] | None = None
        self._last: int | None = None
        self._pollers: set[tuple[int | None, str]] = set()
        self._notes = 0
        self._stopped: tuple[type[Limit], Place] | None = None
        for part in (self.events, self.calls, self.roster, self.generators):
            part.clear()
        if self.primitives is not None:
            self.primitives.clear()

    def attach(self, loop: Any) -> None:
        """See the tasks of a loop, and its async generators."""
        self.roster.attach(loop)
        self.generators.attach(loop)

    # --- limits ---

    def note(self, kind: str, *fields: Any) -> None:
        """Record what a program does without a step of the loop; of this, too, there may not be any number."""
        self._notes += 1
        if self._notes > NOTES * self._max_steps:
            self.stop(StepLimit, sys._getframe(1))
        self.post(kind, None, *fields)

    def check_tasks(self, made: int, frame: types.FrameType) -> None:
        """End the run where it has made as many tasks as it may take steps."""
        if made >= self._max_steps:
            self.stop(StepLimit, frame)

    def stop(self, limit: type[Limit], frame: types.FrameType | None) -> NoReturn:
        """End the run at a limit that is hit within a step: what is raised may be caught, so the next step ends it."""
        if self._stopped is None:
            self._stopped = (limit, self.frames.place_of(frame))
        self.steps = self._max_steps
        raise limit(self._stopped[1])

    # --- steps ---

    def step(self, handle: events.Handle, run: Callable[[events.Handle], None]) -> None:
        """Run a callback. Where it is a step of a task, that one goes on, and then it is seen what it waits for."""
        self.steps += 1
        callback = handle._callback  # type: ignore[attr-defined]
        if self.steps > self._max_steps:
            limit, place = self._stopped or (StepLimit, self._place_of_step(callback))
            raise limit(place)
        task = task_of(callback)
        sleeper = task.sleeper if type(task) is self.task_class else None
        if sleeper is not None:
            self._last = sleeper.number
            if sleeper.now != self._clock.now:
                sleeper.tell(self._clock.now, self._stamp())
            self._write(sleeper.resumed)
        elif task is not None:
            self._goes_on(task)
        try:
            run(handle)
        except (SystemExit, KeyboardInterrupt):  # which asyncio lets through: the task ends, and with it the loop
            self._ended_all(task)
            raise
        if self.computation is not None:
            self._computed(task)
        if task is None:
            pass
        elif sleeper is None or self._paused or task.inner is not None or not sleeper.sleeps_again(task.get_coro()):
            sleeper = None  # and the frames that it keeps: what only they refer to goes before the task has ended
            self.look(task)
        else:
            if sleeper.now != self._clock.now:
                sleeper.tell(self._clock.now, self._stamp())
            self._write(sleeper.suspended)
        # As asyncio does: the frame of an exception leads here, and would keep its task alive.
        del self, handle, run, callback, task, sleeper

    def _ended_all(self, task: Any) -> None:
        """Record that a task ended with what is to end the program."""
        number = None if task is None else self.roster.known.get(task)
        if number is not None and task.done() and not self.roster.is_root(number):
            self._task_ended(task, number)

    def _goes_on(self, task: Any) -> None:
        """Record that a task goes on."""
        if type(task) is self.task_class:
            number: int | None = task.number
        else:
            number = self.roster.known.get(task)
            if number is None and not task.done() and self.roster.is_ours(task.get_coro()):
                self.number_of(task)
        self._last = number
        if number is not None and self._stacks.get(number):
            self._write(f'["resumed",{self._stamp()},{number}]')

    def look(self, task: Any) -> None:
        """Look at what a task waits for now."""
        if type(task) is not self.task_class or task.host is not None:
            number = self.roster.known.get(task)
            if number is not None:
                self._look(task, number)
            return
        number = task.number
        same = 0
        awaitable: Any = task.get_coro()
        stack = self._stacks.get(number)
        if stack:
            while (
                same < len(stack) and type(awaitable) is CoroutineType and awaitable.cr_frame is stack[same][0]
            ):  # no frame has a name here, as one that ends in this step is to go before its end is recorded
                awaitable = awaitable.cr_await
                same += 1
            if same and task.inner is None and not self._paused:
                if same == len(stack):
                    began = NOTHING
                else:
                    began = []
                    awaitable = self.frames.begun(awaitable, began)
                if type(awaitable) is CoroutineType and awaitable.cr_code is SLEEP:
                    again = not began and same == len(stack)
                    if not again:
                        stack = self.calls.look(number, began, same)
                    if stack[-1][2].is_own:
                        if len(stack) >= DEEP:
                            self.steps += len(stack) // DEEP
                        self._sleeps(task, stack, awaitable, again)
                        return
        self._look(task, number)

    def _sleeps(self, task: Task, stack: list[Entry], sleeping: Any, again: bool) -> None:
        """Record that a task sleeps: the usual wait."""
        frame, call, code = stack[-1]
        delay, what = code.sleep(frame, sleeping)
        fields = f",{task.number},{call},{what}"
        self._write(f'["suspended",{self._stamp()}{fields}')
        usual = again and type(delay) in TIMES and len(stack) < DEEP
        task.sleeper = Sleeper(task.number, stack, delay, fields) if usual else None

    def _look(self, task: Any, number: int) -> None:
        """Look at all of a task's calls, and at what they wait for."""
        if type(task) is self.task_class:
            task.sleeper = None
        if task.done():
            if is_inner(task):
                self._inner_ended(task)
            else:
                self._task_ended(task, number)
            return
        frames, library = self.calls.chain(task)
        stack = self.calls.look(number, frames)
        inner = getattr(task, "inner", None)
        if inner is not None and not has_begun(inner):
            return  # the inner one makes its first step at this very moment
        self.steps += len(stack) // DEEP
        call = int(stack[-1][1]) if stack else None
        what = awaited(self, task, frames[-1] if frames else None, library)
        self.post("suspended", None, number, call, *what, self.frames.place_among(frames))

    def _computed(self, task: Any) -> None:
        """Record that the step that ends now has computed for long, once for each task and line."""
        assert self.computation is not None
        code, place = self.computation()
        self.computation = None
        number = None if task is None else self.roster.known.get(task)
        if self.events.once(number, place):
            calls = [int(call) for frame, call, _ in self.calls.stacks.get(number, ()) if frame.f_code is code]
            self.post("computed", None, number, calls[-1] if calls else None, place)

    def _inner_ended(self, task: Task) -> None:
        host, number = task.host, task.number
        assert host is not None
        host.inner = None
        if not host.done():
            self.calls.look(number, self.calls.chain(host)[0])

    def _task_ended(self, task: Any, number: int) -> None:
        if number not in self.roster.live:
            return
        self.calls.look(number, [])
        del self.calls.stacks[number]
        self.roster.live.discard(number)
        error = None if task.cancelled() else task._exception
        if error is not None:
            self.failed.append(weakref.ref(task))
            self.post("task-ended", None, number, "raised", f"{name_of(type(error))}: {safe_text(error, 200)}")
        else:
            self.post("task-ended", None, number, "cancelled" if task.cancelled() else "returned", "")
        if self.roster.is_root(number):
            self.ended = True
            self._on_end()
        elif isinstance(error, Limit):
            raise type(error)(*error.args)  # asyncio keeps it in the task, and would go on

    # --- which line ---

    def _place_of_step(self, callback: Any) -> Place:
        """Return the learner's line that goes on with a callback: where its task stands, or what made it."""
        task = task_of(callback)
        if task is not None:
            made = self.roster.made_at(self.roster.known.get(task))
            return (self.frames.place_among(self.calls.chain(task)[0]) if has_begun(task) else None) or made
        code = getattr(callback, "__code__", None) if type(callback) is types.FunctionType else None
        if code is None or code.co_filename not in self._sources:
            return None
        return [code.co_filename, code.co_firstlineno]

    def last_place(self) -> Place:
        """Return the line of the task that went on last, or of the first that has one."""
        found = self.standing(self._last)
        unfinished = self.roster.unfinished()
        places = (self.frames.place_among(self.calls.chain(task)[0]) for task, _ in unfinished)
        return found or next((place for place in places if place is not None), None)

    def polled(self) -> None:
        """Record which task turned last, once for each line: the clock is moved for a program that only polls."""
        number = self._last
        place = self.standing(number)
        if (number, str(place)) not in self._pollers:
            self._pollers.add((number, str(place)))
            self.post("polled", None, number, place)
