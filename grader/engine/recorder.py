"""Records what a program does: tasks, awaited calls, waits, output. Everything here is reported evidence.

How a call is seen. Nothing is wrapped and no trace function is set. After each step of a task the recorder walks from
its coroutine along `cr_await` down to what it waits for; at each line of output, blocking call and service call it
walks the stack up. Both give the frames of the coroutines that are under way, outermost first. Frames that are new
since the last look are calls that began, frames that are gone are calls that ended; virtual time only moves between
looks, so the times are exact. A coroutine that never waits, prints, blocks or calls a service is not seen, and takes no
time.

The recorder keeps frames, not coroutines or tasks, and only until the end of the step in which they end: a coroutine
thrown away is still reported as never awaited, a task is still collected when nobody keeps it.
"""

from __future__ import annotations

import asyncio
import gc
import inspect
import sys
import types
import weakref
from asyncio import events
from collections.abc import Callable, Mapping
from typing import Any

from .clock import Clock
from .frames import Frames, Place, frame_of, listed, short
from .values import name_of, safe_text

_current_task = asyncio.current_task
SCRAMBLE = 0x9E37_79B9
"""An odd number without a pattern (2**32 divided by the golden ratio)."""

MAX_EVENTS = 300_000
DEEP = 10
"""Nested calls that count as a step more: looking at them costs as much."""


class StepLimit(BaseException):
    """The event loop has run as many callbacks as a run may."""


class EventLimit(BaseException):
    """The program did more than a trace can hold."""


class _Task(asyncio.Task):  # type: ignore[type-arg]
    """A task whose hash is made from its number: a set of tasks has a fixed order, not that of their making."""

    def __init__(self, coro: Any, *, number: int, **options: Any) -> None:
        self.number = number
        super().__init__(coro, **options)

    def __hash__(self) -> int:
        return self.number * SCRAMBLE


class Recorder:
    """Observer of the loop, and the one who knows whose line runs."""

    def __init__(
        self,
        post: Callable[[list[Any]], None],
        clock: Clock,
        sources: Mapping[str, str],
        main_file: str,
        max_steps: int,
        root: str,
        on_end: Callable[[], None],
    ) -> None:
        """Make a recorder.

        `sources`: names of the files whose frames are recorded; `main_file`: the learner's, whose lines are preferred;
        `root`: name of the first task; `on_end` is called when that one has ended.
        """
        self._post_event = post
        self._clock = clock
        self.frames = Frames(sources, main_file)
        self._sources = sources
        self._main_file = main_file
        self._max_steps = max_steps
        self._root = root
        self._on_end = on_end
        self.clear()

    def clear(self) -> None:
        """Forget all: the coroutine under test is about to be called."""
        self.steps = 0
        self._last: int | None = None
        self._pollers: set[tuple[int | None, str]] = set()
        self._ended = False
        self._events = 0
        self._tasks = 0
        self._calls = 0
        self._stacks: dict[int | None, list[tuple[types.FrameType, int]]] = {}
        self._names: dict[int, str] = {}
        self._known: weakref.WeakKeyDictionary[Any, int] = weakref.WeakKeyDictionary()
        self._parents: dict[int, tuple[int | None, Place]] = {}
        self._failed: list[weakref.ref[Any]] = []
        self._frozen: list[Any] | None = None
        self._at_once: set[str] = set()
        self.computation: Callable[[], Any] | None = None

    def post(self, kind: str, time: int | None, *fields: Any) -> None:
        """Record an event at `time`, or now."""
        self.settle()
        self._events += 1
        if self._events > MAX_EVENTS:
            raise EventLimit
        self._post_event([kind, self._clock.now if time is None else time, *fields])

    def blocked(self, start: int, *who: Any) -> None:
        """Record that the loop's thread stood still from `start` to now; stretches that join become one.

        One of no length is recorded once for each task, call and line.
        """
        if start == self._clock.now:
            if str(who) in self._at_once:
                return
            self._at_once.add(str(who))
        frozen = self._frozen
        if frozen is not None and frozen[1] == start and frozen[2:] == list(who):
            frozen[1] = self._clock.now
            return
        self.settle()
        self._frozen = [start, self._clock.now, *who]

    def settle(self) -> None:
        """Record a stretch that is over."""
        if self._frozen is not None:
            frozen, self._frozen = self._frozen, None
            self.post("blocked", *frozen)

    # --- tasks ---

    def attach(self, loop: Any) -> None:
        """See the tasks of a loop, whatever task factory the program sets for it later."""
        set_factory = loop.set_task_factory

        def set_task_factory(factory: Callable[..., Any] | None) -> None:
            set_factory(self.task_factory if factory is None else self._seen(factory))

        loop.set_task_factory = set_task_factory
        set_factory(self.task_factory)

    def _seen(self, factory: Callable[..., Any]) -> Callable[..., Any]:
        def made(loop: Any, coro: Any, **options: Any) -> Any:
            task = factory(loop, coro, **options)
            if isinstance(task, asyncio.Task) and self._known.get(task) is None and not self._ended:
                self._tasks += 1
                number = self._register(task, self._tasks, coro, sys._getframe(1))
                if inspect.iscoroutine(coro) and inspect.getcoroutinestate(coro) != inspect.CORO_CREATED:
                    self._after_step(task, number)  # an eager task has made its first one
            return task

        return made

    def task_factory(self, loop: Any, coro: Any, **options: Any) -> Any:
        """Make a task with a number, and record the line that made it."""
        options.pop("eager_start", None)
        if self._ended and not self._is_ours(coro):
            return asyncio.Task(coro, loop=loop, **options)
        self._tasks += 1
        task = _Task(coro, number=self._tasks, loop=loop, **options)
        self._register(task, self._tasks, coro, sys._getframe(1))
        return task

    def _register(self, task: Any, number: int, coro: Any, frame: types.FrameType | None) -> int:
        self._known[task] = number
        creator = self.number_of(self.current_task())
        place = self.frames.place_of(frame)
        if frame is not None and creator is not None:
            self._look(creator, self.frames.up(frame))
        inner = frame_of(coro)
        if number == 1:
            name = self._root
        elif inner is None:
            name = task.get_name()
        else:
            name = f"{self.frames.function_of(inner)}({self.frames.arguments(inner)})"
        self._names[number] = name
        stack = self._stacks.get(creator)
        self._parents[number] = (stack[-1][1] if stack else None, place)
        self.post("task-started", None, number, creator, name, place)
        return number

    def current_task(self) -> Any:
        """Return the task that runs in this thread, or None."""
        try:
            return _current_task()
        except RuntimeError:
            return None

    def number_of(self, task: Any) -> int | None:
        """Return a task's number; a task made without the factory gets one now."""
        if task is None:
            return None
        if type(task) is _Task:
            return task.number
        number = self._known.get(task)
        if number is None:
            self._tasks += 1
            number = self._register(task, self._tasks, task.get_coro(), None)
        return number

    def name_of(self, number: int | None) -> str:
        """Return what a task is called."""
        return self._names.get(number or 0, "a task")

    def _is_ours(self, coro: Any) -> bool:
        frame = frame_of(coro)
        return frame is not None and self.frames.is_call(frame)

    # --- steps ---

    def before_step(self, handle: events.Handle) -> None:
        """Count the step; a task goes on."""
        self.steps += 1
        if self.steps > self._max_steps:
            raise StepLimit
        task = getattr(handle._callback, "__self__", None)  # type: ignore[attr-defined]
        if not isinstance(task, asyncio.Task) or task.done():
            return
        self._last = number = self._known.get(task)
        if number is None and self._is_ours(task.get_coro()):
            self.number_of(task)
        elif self._stacks.get(number):
            self.post("resumed", None, number)

    def after_step(self, handle: events.Handle) -> None:
        """Look at what the task waits for now."""
        task = getattr(handle._callback, "__self__", None)  # type: ignore[attr-defined]
        if self.computation is not None:
            self._computed(task if isinstance(task, asyncio.Task) else None)
        if not isinstance(task, asyncio.Task):
            return
        number = self._known.get(task)
        if number is not None:
            self._after_step(task, number)

    def _computed(self, task: Any) -> None:
        """Record that the step that ends now has computed for long, once for each task and line."""
        assert self.computation is not None
        code, place = self.computation()
        self.computation = None
        number = None if task is None else self._known.get(task)
        if str((number, place)) in self._at_once:
            return
        self._at_once.add(str((number, place)))
        calls = [call for frame, call in self._stacks.get(number, ()) if frame.f_code is code]
        self.post("computed", None, number, calls[-1] if calls else None, place)

    def _after_step(self, task: Any, number: int) -> None:
        if task.done():
            self._task_ended(task, number)
            return
        frames, inner = self.frames.down(task.get_coro())
        self.steps += len(frames) // DEEP
        self._look(number, frames)
        awaiting, on = self._awaiting(task, frames, inner)
        stack = self._stacks.get(number)
        call = stack[-1][1] if stack else None
        self.post("suspended", None, number, call, awaiting, on, self.frames.place_among(frames))

    def _task_ended(self, task: Any, number: int) -> None:
        if number not in self._names:
            return
        self._look(number, [])
        self._stacks.pop(number, None)
        del self._names[number]
        error = None if task.cancelled() else task._exception
        if error is not None:
            self._failed.append(weakref.ref(task))
            self.post("task-ended", None, number, "raised", f"{name_of(type(error))}: {safe_text(error, 200)}")
        else:
            self.post("task-ended", None, number, "cancelled" if task.cancelled() else "returned", "")
        if number == 1:
            self._ended = True
            self._on_end()

    def polled(self) -> None:
        """Record which task turned last, once for each line: the clock is moved for a program that only polls."""
        number = self._last
        place = self.frames.place_among([frame for frame, _ in self._stacks.get(number, ())])
        if (number, str(place)) not in self._pollers:
            self._pollers.add((number, str(place)))
            self.post("polled", None, number, place)

    # --- looking ---

    def here(self, frame: types.FrameType | None) -> tuple[int | None, int | None, Place]:
        """Return (task, call, place) of the code that runs at `frame`, after a look at its calls."""
        number = self.number_of(self.current_task())
        frames = self.frames.up(frame)
        if number is not None or frames:
            self._look(number, frames)
        stack = self._stacks.get(number)
        return number, stack[-1][1] if stack else None, self.frames.place_of(frame)

    def line_of(self, frame: types.FrameType | None) -> Place:
        """Return the learner's line at or above `frame`, or the one that made the task in which a library runs."""
        place = self.frames.place_of(frame)
        return place or self._parents.get(self.number_of(self.current_task()) or 0, (None, None))[1]

    def _look(self, number: int | None, frames: list[types.FrameType]) -> None:
        stack = self._stacks.setdefault(number, [])
        same = 0
        while same < len(stack) and same < len(frames) and stack[same][0] is frames[same]:
            same += 1
        while len(stack) > same:
            self.post("call-ended", None, stack.pop()[1])
        parent_frame = frames[same - 1] if same else None
        for frame in frames[same:]:
            self._calls += 1
            parent: int | None
            if stack:
                parent, place = stack[-1][1], self.frames.place_of(parent_frame, up=False)
            else:
                parent, place = self._parents.get(number or 0, (None, None))
            stack.append((frame, self._calls))
            code = frame.f_code
            definition = [code.co_filename, code.co_firstlineno] if code.co_filename in self._sources else None
            self.post(
                "call-started",
                None,
                self._calls,
                number,
                parent,
                self.frames.function_of(frame),
                self.frames.arguments(frame),
                place,
                definition,
            )
            parent_frame = frame

    def _awaiting(
        self, task: Any, frames: list[types.FrameType], library: types.FrameType | None
    ) -> tuple[str, list[int]]:
        if frames and "service_name" in frames[-1].f_code.co_freevars:
            return "its answer", []
        future = task._fut_waiter
        tasks: list[Any] = []
        if library is not None:
            values = library.f_locals
            owner = values.get("self")
            if isinstance(owner, asyncio.TaskGroup):
                tasks = [child for child in list(owner._tasks) if child is not task]
                return "the tasks of the TaskGroup", self._numbers(tasks)
            if owner is not None:
                method = "acquire" if library.f_code.co_name == "__aenter__" else library.f_code.co_name
                return f"{type(owner).__name__}.{method}()", []
            shown = short(values["delay"]) if "delay" in values else ""
            fs = values.get("fs")
            return f"asyncio.{library.f_code.co_name}({shown})", self._numbers(fs if isinstance(fs, set | list) else [])
        if isinstance(future, asyncio.Task):
            number = self.number_of(future)
            return self._names.get(number or 0, "a task"), [number] if number else []
        children = getattr(future, "_children", None)
        if children is not None:
            numbers = self._numbers(children)
            return f"asyncio.gather({listed([self._names.get(n, '…') for n in numbers])})", numbers
        if future is not None:
            return "a future", []
        started = (
            inspect.iscoroutine(task.get_coro()) and inspect.getcoroutinestate(task.get_coro()) != inspect.CORO_CREATED
        )
        return "the event loop's next turn" if started else "its first turn", []

    def _numbers(self, tasks: Any) -> list[int]:
        return sorted(number for task in tasks if isinstance(task, asyncio.Task) and (number := self.number_of(task)))

    # --- the end ---

    def left_behind(self) -> None:
        """Record which tasks are unfinished now that the coroutine under test has ended."""
        for task, number in sorted(self._known.items(), key=lambda item: item[1]):
            if task.done():
                continue
            frames, inner = self.frames.down(task.get_coro())
            awaiting, _ = self._awaiting(task, frames, inner)
            self.post("left-behind", None, number, awaiting, self.frames.place_among(frames))

    def waiters(self) -> list[list[Any]]:
        """Return (name, what it waits for, place) of every unfinished task."""
        found = []
        for task, number in sorted(self._known.items(), key=lambda item: item[1]):
            if not task.done():
                frames, inner = self.frames.down(task.get_coro())
                awaiting, _ = self._awaiting(task, frames, inner)
                found.append([self._names.get(number, "a task"), awaiting, self.frames.place_among(frames)])
        return found

    def never_retrieved(self) -> None:
        """Record the exceptions of tasks at which nobody looked."""
        for reference in self._failed:
            task = reference()
            if task is not None and getattr(task, "_log_traceback", False):
                error = task._exception
                self.post(
                    "never-retrieved", None, self._known.get(task), f"{name_of(type(error))}: {safe_text(error, 200)}"
                )
                task._log_traceback = False

    def never_awaited(self, coro: Any) -> None:
        """Record a coroutine that was thrown away before it ran."""
        code = coro.cr_code
        place: Place = None
        for file, line, _ in coro.cr_origin or ():
            if file == self._main_file:
                place = [file, line]
                break
            if place is None and file in self._sources:
                place = [file, line]
        if place is None and code.co_filename not in self._sources:
            return
        library = code.co_filename not in self._sources and "service_name" not in code.co_freevars
        if library:
            name = code.co_qualname if "." in code.co_qualname else f"asyncio.{code.co_name}"
        else:
            name = self.frames.function_of(coro.cr_frame) if coro.cr_frame else code.co_name
        self.post("never-awaited", None, name, place)

    def still_unawaited(self) -> None:
        """Record coroutines that are kept somewhere but never ran."""
        gc.collect()
        for value in gc.get_objects():
            if type(value) is types.CoroutineType and inspect.getcoroutinestate(value) == inspect.CORO_CREATED:
                self.never_awaited(value)
                value.close()
