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
What is known of a code object is read once, a line once for each place in it, and a stack that is what it was is only
compared.
"""

from __future__ import annotations

import asyncio
import inspect
import sys
import types
import weakref
from asyncio import events
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from ..values import name_of, safe_text
from ..virtual.clock import Clock
from .awaited import NOBODY, awaited
from .frames import ASYNC_GENERATOR, EDGES, Code, Frames, Place, frame_of, short
from .generators import Generators
from .tasks import Task, has_begun, is_inner, made_by_wait_for, task_of

if TYPE_CHECKING:
    from .primitives import Primitives

_current_task = asyncio.current_task

MAX_EVENTS = 300_000
DEEP = 10
"""Nested calls that count as a step more: looking at them costs as much."""
NOTES = 5
"""What a program may do with locks and queues for each step that it may take."""
MAX_HELPERS = 4
"""What is told of those who could end a wait, at most."""
_SLEEP = asyncio.sleep.__code__


class StepLimit(BaseException):
    """The event loop has run as many callbacks as a run may, or made as many tasks. Its argument, if any: the line."""


class EventLimit(BaseException):
    """The program did more than a trace can hold."""


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
        self.task_class = Task
        self.primitives: Primitives | None = None
        self.generators = Generators(self)
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
        self._stacks: dict[int | None, list[tuple[types.FrameType, int, Code]]] = {}
        self._names: dict[int, str] = {}
        self._known: weakref.WeakKeyDictionary[Any, int] = weakref.WeakKeyDictionary()
        self._parents: dict[int, tuple[int | None, Place]] = {}
        self._live: set[int] = set()
        self._births: list[tuple[Task | Any, types.FrameType]] = []
        self.failed: list[weakref.ref[Any]] = []
        self._frozen: list[Any] | None = None
        self._at_once: set[str] = set()
        self.computation: Callable[[], Any] | None = None
        self._notes = 0
        self._stopped_at: Place = None
        self.generators.clear()
        if self.primitives is not None:
            self.primitives.clear()

    def post(self, kind: str, time: int | None, *fields: Any) -> None:
        """Record an event at `time`, or now."""
        if self._frozen is not None:
            self.settle()
        self._events += 1
        if self._events > MAX_EVENTS:
            raise EventLimit
        self._post_event([kind, self._clock.now if time is None else time, *fields])

    def note(self, kind: str, *fields: Any) -> None:
        """Record what a program does without a step of the loop; of this, too, there may not be any number."""
        self._notes += 1
        if self._notes > NOTES * self._max_steps:
            self._stop(sys._getframe(1))
        self.post(kind, None, *fields)

    def _stop(self, frame: types.FrameType | None) -> NoReturn:
        """End the run from within a step: an exception may be caught there, so that of the next step ends it too."""
        self.steps = self._max_steps
        self._stopped_at = self.frames.place_of(frame)
        raise StepLimit(self._stopped_at)

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
        """See the tasks of a loop, whatever task factory the program sets for it later, and its async generators."""
        set_factory = loop.set_task_factory

        def set_task_factory(factory: Callable[..., Any] | None) -> None:
            set_factory(self.task_factory if factory is None else self._seen(factory))

        loop.set_task_factory = set_task_factory
        set_factory(self.task_factory)
        self.generators.attach(loop)

    def _seen(self, factory: Callable[..., Any]) -> Callable[..., Any]:
        def made(loop: Any, coro: Any, **options: Any) -> Any:
            self._births.append((self.current_task(), sys._getframe(1)))
            try:
                task = factory(loop, coro, **options)
            finally:
                creator, frame = self._births.pop()
            if isinstance(task, asyncio.Task) and not self._ended:
                number = self._known.get(task)
                if number is None:
                    self._tasks += 1
                    number = self._register(task, self._tasks, coro, frame, creator)
                if inspect.iscoroutine(coro) and inspect.getcoroutinestate(coro) != inspect.CORO_CREATED:
                    self._after_step(task, number)  # an eager task has made its first one
            return task

        EDGES.add(id(made.__code__))
        return made

    def task_factory(self, loop: Any, coro: Any, **options: Any) -> Any:
        """Make a task with a number, and record the line that made it."""
        options.pop("eager_start", None)
        if self._ended and not self._is_ours(coro):
            return asyncio.Task(coro, loop=loop, **options)
        frame = sys._getframe(1)
        host = self.current_task()
        if type(host) is self.task_class and made_by_wait_for(frame):
            inner = self.task_class(coro, number=host.number, host=host, loop=loop, **options)
            self._known[inner] = host.number
            return inner
        if self._tasks >= self._max_steps:
            self._stop(frame)
        self._tasks += 1
        task = self.task_class(coro, number=self._tasks, loop=loop, **options)
        self._register(task, self._tasks, coro, frame, host)
        return task

    def _register(self, task: Any, number: int, coro: Any, frame: types.FrameType | None, creator: Any) -> int:
        self._known[task] = number
        parent = self.number_of(creator)
        place = self.frames.place_of(frame)
        if frame is not None and parent is not None:
            self._look(parent, self._up(creator, frame))
        inner = frame_of(coro)
        if number == 1:
            name = self._root
        elif inner is None:
            name = self.generators.name_of(coro) or task.get_name()
        else:
            name = f"{self.frames.function_of(inner)}({self.frames.arguments(inner)})"
        self._names[number] = name
        self._live.add(number)
        stack = self._stacks.get(parent)
        self._parents[number] = (stack[-1][1] if stack else None, place)
        self.post("task-started", None, number, parent, name, place)
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
        if type(task) is self.task_class:
            number: int = task.number
            return number
        known = self._known.get(task)
        if known is not None:
            return known
        self._tasks += 1
        if self._births:  # it makes its first step before its factory gives it away
            creator, frame = self._births[-1]
            return self._register(task, self._tasks, task.get_coro(), frame, creator)
        return self._register(task, self._tasks, task.get_coro(), None, None)

    def name_of(self, number: int | None) -> str:
        """Return what a task is called."""
        return self._names.get(number or 0, "a task")

    def made_by_asyncio(self, number: int) -> bool:
        """Whether no line of the program's made a task: but for the first one, which asyncio always makes."""
        return number != 1 and self._parents.get(number, (None, None))[1] is None

    def short_name_of(self, number: int) -> str:
        """Return what a task is called among others; `…` for one that has ended."""
        return self._names[number] if number in self._live else "…"

    def standing(self, number: int | None) -> Place:
        """Return the learner's line at which a task stood when it was last looked at."""
        return self.frames.place_among([frame for frame, _, _ in self._stacks.get(number, ())])

    def _is_ours(self, coro: Any) -> bool:
        frame = frame_of(coro)
        if frame is None:
            return bool(self.frames.down(coro)[0])
        return self.frames.is_call(frame)

    # --- steps ---

    def before_step(self, handle: events.Handle) -> None:
        """Count the step; a task goes on."""
        self.steps += 1
        if self.steps > self._max_steps:
            raise StepLimit(self._stopped_at or self._place_of_step(handle._callback))  # type: ignore[attr-defined]
        task = task_of(handle._callback)  # type: ignore[attr-defined]
        if task is None:
            return
        number = task.number if type(task) is self.task_class else self._known.get(task)
        self._last = number
        if number is None:
            if not task.done() and self._is_ours(task.get_coro()):
                self.number_of(task)
            return
        if self._stacks.get(number):
            if self._frozen is None and self._events < MAX_EVENTS:
                self._events += 1
                self._post_event(["resumed", self._clock.now, number])
            else:
                self.post("resumed", None, number)

    def after_step(self, handle: events.Handle) -> None:
        """Look at what the task waits for now."""
        task = task_of(handle._callback)  # type: ignore[attr-defined]
        if self.computation is not None:
            self._computed(task)
        if task is None:
            return
        if type(task) is self.task_class:
            if not self._sleeps_again(task):
                self._after_step(task, task.number)
        else:
            number = self._known.get(task)
            if number is not None:
                self._after_step(task, number)

    def _sleeps_again(self, task: Task) -> bool:
        """Record the wait of a task whose calls are what they were and of which the last one sleeps: the usual case."""
        number = task.number
        stack = self._stacks.get(number)
        if not stack or len(stack) > DEEP or self.generators.paused or self._frozen is not None or task.done():
            return False
        awaitable: Any = task.get_coro()
        for entry in stack:
            if type(awaitable) is not types.CoroutineType or awaitable.cr_frame is not entry[0]:
                return False
            awaitable = awaitable.cr_await
        if type(awaitable) is not types.CoroutineType or awaitable.cr_code is not _SLEEP or task.host is not None:
            return False
        frame, call, code = stack[-1]
        if not code.is_own or self._events >= MAX_EVENTS:
            return False
        self._events += 1
        delay = awaitable.cr_frame.f_locals["delay"]  # type: ignore[union-attr]
        place = code.places.get(frame.f_lasti) or code.place(frame)
        what = f"asyncio.sleep({delay if type(delay) is float else short(delay)})"
        self._post_event(["suspended", self._clock.now, number, call, what, NOBODY, place])
        return True

    def _computed(self, task: Any) -> None:
        """Record that the step that ends now has computed for long, once for each task and line."""
        assert self.computation is not None
        code, place = self.computation()
        self.computation = None
        number = None if task is None else self._known.get(task)
        if str((number, place)) in self._at_once:
            return
        self._at_once.add(str((number, place)))
        calls = [call for frame, call, _ in self._stacks.get(number, ()) if frame.f_code is code]
        self.post("computed", None, number, calls[-1] if calls else None, place)

    def _after_step(self, task: Any, number: int) -> None:
        if task.done():
            if is_inner(task):
                self._inner_ended(task)
            else:
                self._task_ended(task, number)
            return
        frames, library = self._chain(task)
        inner = getattr(task, "inner", None)
        if inner is not None and not has_begun(inner):
            self._look(number, frames)
            return  # the inner one makes its first step at this very moment
        self.steps += len(frames) // DEEP
        stack = self._stacks.get(number)
        if self.generators.paused or stack is None or len(stack) != len(frames):
            self._look(number, frames)
        else:
            for entry, frame in zip(stack, frames, strict=True):
                if entry[0] is not frame:
                    self._look(number, frames)
                    break
        stack = self._stacks[number]
        awaiting, on = awaited(self, task, frames, library)
        place = self.frames.place_among(frames) if frames else None
        self.post("suspended", None, number, stack[-1][1] if stack else None, awaiting, on, place)

    def _chain(self, task: Any) -> tuple[list[types.FrameType], types.FrameType | None]:
        """Return the calls of a task and what the last one awaits, through the tasks that the library made for it."""
        if type(task) is self.task_class:
            while task.host is not None:
                task = task.host
        frames, library = self.frames.down(task.get_coro())
        inner = getattr(task, "inner", None)
        while inner is not None and not inner.done() and has_begun(inner):
            more, further = self.frames.down(inner.get_coro())
            if more or library is None:
                frames, library = frames + more, further
            inner = inner.inner
        return frames, library

    def _inner_ended(self, task: Task) -> None:
        host, number = task.host, task.number
        assert host is not None
        host.inner = None
        if not host.done():
            self._look(number, self._chain(host)[0])

    def _task_ended(self, task: Any, number: int) -> None:
        if number not in self._live:
            return
        self._look(number, [])
        del self._stacks[number]
        self._live.discard(number)
        error = None if task.cancelled() else task._exception
        if error is not None:
            self.failed.append(weakref.ref(task))
            self.post("task-ended", None, number, "raised", f"{name_of(type(error))}: {safe_text(error, 200)}")
        else:
            self.post("task-ended", None, number, "cancelled" if task.cancelled() else "returned", "")
        if number == 1:
            self._ended = True
            self._on_end()

    def _place_of_step(self, callback: Any) -> Place:
        """Return the learner's line that goes on with a callback: where its task stands, or what made it."""
        task = task_of(callback)
        if task is not None:
            made = self._parents.get(self._known.get(task) or 0, (None, None))[1]
            return (self.frames.place_among(self._chain(task)[0]) if has_begun(task) else None) or made
        code = getattr(callback, "__code__", None) if type(callback) is types.FunctionType else None
        if code is None or code.co_filename not in self._sources:
            return None
        return [code.co_filename, code.co_firstlineno]

    def last_place(self) -> Place:
        """Return the line of the task that went on last, or of the first that has one."""
        found = self.standing(self._last)
        places = (self.frames.place_among(self._chain(task)[0]) for task, _ in self.unfinished())
        return found or next((place for place in places if place is not None), None)

    def polled(self) -> None:
        """Record which task turned last, once for each line: the clock is moved for a program that only polls."""
        number = self._last
        place = self.standing(number)
        if (number, str(place)) not in self._pollers:
            self._pollers.add((number, str(place)))
            self.post("polled", None, number, place)

    # --- looking ---

    def here(self, frame: types.FrameType | None) -> tuple[int | None, int | None, Place]:
        """Return (task, call, place) of the code that runs at `frame`, after a look at its calls."""
        task = self.current_task()
        number = self.number_of(task)
        frames = self._up(task, frame)
        if number is not None or frames:
            self._look(number, frames)
        stack = self._stacks.get(number)
        return number, stack[-1][1] if stack else None, self.frames.place_of(frame)

    def line_of(self, frame: types.FrameType | None) -> Place:
        """Return the learner's line at or above `frame`, or the one that made the task in which a library runs."""
        place = self.frames.place_of(frame)
        return place or self._parents.get(self.number_of(self.current_task()) or 0, (None, None))[1]

    def _up(self, task: Any, frame: types.FrameType | None) -> list[types.FrameType]:
        """Return the calls of a task that runs at `frame`, with those of the task that waits for it in the library."""
        frames = self.frames.up(frame)
        while is_inner(task):
            task = task.host
            frames = self.frames.down(task.get_coro())[0] + frames
        return frames

    def _look(self, number: int | None, frames: list[types.FrameType]) -> None:
        stack = self._stacks.setdefault(number, [])
        same = 0
        while same < len(stack) and same < len(frames) and stack[same][0] is frames[same]:
            same += 1
        generators = self.generators
        while len(stack) > same:
            frame, call, _ = stack.pop()
            if not frame.f_code.co_flags & ASYNC_GENERATOR or not generators.pauses(frame, call):
                self.post("call-ended", None, call)
        if generators.paused:
            generators.check()
        parent_frame = frames[same - 1] if same else None
        for frame in frames[same:]:
            parent: int | None
            if stack:
                parent, place = stack[-1][1], self.frames.place_of(parent_frame, up=False)
            else:
                parent, place = self._parents.get(number or 0, (None, None))
            known = generators.goes_on(frame, number, parent) if generators.paused else None
            call = known or self.call_started(frame, number, parent, place)
            stack.append((frame, call, self.frames.known(frame.f_code)))
            parent_frame = frame

    def call_started(self, frame: types.FrameType, number: int | None, parent: int | None, place: Place) -> int:
        """Record that a call began; return its number."""
        self._calls += 1
        frames = self.frames
        code = frames.known(frame.f_code)
        function = frames.function_of(frame) if code.is_service else code.function
        arguments = frames.arguments(frame)
        self.post("call-started", None, self._calls, number, parent, function, arguments, place, code.definition)
        return self._calls

    # --- what is unfinished ---

    def unfinished(self) -> Iterator[tuple[Any, int]]:
        """Yield the tasks that have not ended, in the order of their numbers."""
        for task, number in sorted(self._known.items(), key=lambda item: item[1]):
            if not task.done() and not is_inner(task):
                yield task, number

    def wait_of(self, task: Any) -> tuple[list[types.FrameType], types.FrameType | None, str, list[int]]:
        """Return a task's calls, the library's function that the last one awaits, its name, and the tasks it awaits."""
        frames, library = self._chain(task)
        return frames, library, *awaited(self, task, frames, library)

    def helper(self, number: int | None, how: str, count: int = 1, place: Place = None) -> dict[str, Any]:
        """Return the fields of the model's `Helper`: a task that could end a wait, or could have."""
        ended = number not in self._live
        name = self.name_of(number)
        return {"task": name, "number": number, "how": how, "count": count, "place": place, "ended": ended}
