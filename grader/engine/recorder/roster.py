"""Which tasks there are: their numbers and names, who made them and on which line, which have ended."""

from __future__ import annotations

import asyncio
import inspect
import sys
import types
import weakref
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from .frames import EDGES, Place, frame_of
from .tasks import Task, is_inner, made_by_wait_for

if TYPE_CHECKING:
    from .recorder import Recorder

_current_task = asyncio.current_task


class Roster:
    """The tasks of a run. It keeps none of them: one that nobody else keeps is collected."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._root: str | None = None
        self.clear()

    def begin(self, root: str | None) -> None:
        """Take the name of the first task; None: it is one like the others."""
        self._root = root

    def clear(self) -> None:
        """Forget all."""
        self._made = 0
        self._names: dict[int, str] = {}
        self.known: weakref.WeakKeyDictionary[Any, int] = weakref.WeakKeyDictionary()
        self.parents: dict[int, tuple[int | None, Place]] = {}
        """The call that made a task, and the line."""
        self.live: set[int] = set()
        self._births: list[tuple[Task | Any, types.FrameType]] = []

    # --- making ---

    def attach(self, loop: Any) -> None:
        """See the tasks of a loop, whatever task factory the program sets for it later."""
        set_factory = loop.set_task_factory

        def set_task_factory(factory: Callable[..., Any] | None) -> None:
            set_factory(self.task_factory if factory is None else self._seen(factory))

        loop.set_task_factory = set_task_factory
        set_factory(self.task_factory)

    def _seen(self, factory: Callable[..., Any]) -> Callable[..., Any]:
        def made(loop: Any, coro: Any, **options: Any) -> Any:
            self._births.append((self.current_task(), sys._getframe(1)))
            try:
                task = factory(loop, coro, **options)
            finally:
                creator, frame = self._births.pop()
            if isinstance(task, asyncio.Task) and not self._recorder.ended:
                if task not in self.known:
                    self._register(task, self._next(), coro, frame, creator)
                if inspect.iscoroutine(coro) and inspect.getcoroutinestate(coro) != inspect.CORO_CREATED:
                    self._recorder.look(task)  # an eager task has made its first one
            return task

        EDGES.add(id(made.__code__))
        return made

    def task_factory(self, loop: Any, coro: Any, **options: Any) -> Any:
        """Make a task with a number, and record the line that made it."""
        options.pop("eager_start", None)
        if self._recorder.ended and not self.is_ours(coro):
            return asyncio.Task(coro, loop=loop, **options)
        frame = sys._getframe(1)
        host = self.current_task()
        if type(host) is self._recorder.task_class and made_by_wait_for(frame):
            inner = self._recorder.task_class(coro, number=host.number, host=host, loop=loop, **options)
            self.known[inner] = host.number
            return inner
        self._recorder.check_tasks(self._made, frame)
        number = self._next()
        task = self._recorder.task_class(coro, number=number, loop=loop, **options)
        self._register(task, number, coro, frame, host)
        return task

    def _next(self) -> int:
        self._made += 1
        return self._made

    def _register(self, task: Any, number: int, coro: Any, frame: types.FrameType | None, creator: Any) -> int:
        self.known[task] = number
        calls, frames = self._recorder.calls, self._recorder.frames
        parent = self.number_of(creator)
        place = frames.place_of(frame)
        if frame is not None and parent is not None:
            calls.look(parent, calls.up(creator, frame))
        inner = frame_of(coro)
        if self._root is not None and number == 1:
            name = self._root
        elif inner is None:
            name = self._recorder.generators.name_of(coro) or task.get_name()
        else:
            name = frames.title(inner)
        self._names[number] = name
        self.live.add(number)
        self.parents[number] = (calls.innermost(parent), place)
        self._recorder.post("task-started", None, number, parent, name, place)
        return number

    def is_ours(self, coro: Any) -> bool:
        """Whether a coroutine is, or leads to, one of the program's."""
        frame = frame_of(coro)
        if frame is None:
            return bool(self._recorder.frames.down(coro)[0])
        return self._recorder.frames.is_call(frame)

    # --- asking ---

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
        if type(task) is self._recorder.task_class:
            number: int = task.number
            return number
        known = self.known.get(task)
        if known is not None:
            return known
        # One that has no number yet may be making its first step before its factory gives it away.
        creator, frame = self._births[-1] if self._births else (None, None)
        return self._register(task, self._next(), task.get_coro(), frame, creator)

    def name_of(self, number: int | None) -> str:
        """Return what a task is called."""
        return self._names.get(number or 0, "a task")

    def is_root(self, number: int) -> bool:
        """Tell whether a task is the first one, with whose end the run ends."""
        return number == 1 and self._root is not None

    def short_name_of(self, number: int) -> str:
        """Return what a task is called among others; `…` for one that has ended."""
        return self._names[number] if number in self.live else "…"

    def made_at(self, number: int | None) -> Place:
        """Return the line that made a task."""
        return self.parents.get(number or 0, (None, None))[1]

    def made_by_asyncio(self, number: int) -> bool:
        """Whether no line of the program's made a task: but for the first one, which asyncio always makes."""
        return number != 1 and self.made_at(number) is None

    def unfinished(self) -> Iterator[tuple[Any, int]]:
        """Yield the tasks that have not ended, in the order of their numbers."""
        for task, number in sorted(self.known.items(), key=lambda item: item[1]):
            if not task.done() and not is_inner(task):
                yield task, number

    def helper(self, number: int | None, how: str, count: int = 1, place: Place = None) -> dict[str, Any]:
        """Return the fields of the model's `Helper`: a task that could end a wait, or could have."""
        ended = number not in self.live
        name = self.name_of(number)
        return {"task": name, "number": number, "how": how, "count": count, "place": place, "ended": ended}
