"""asyncio's locks, semaphores, events, conditions and queues, seen as they change: who took, put, got and set what.

How a change is seen. The primitives keep their state in plain attributes: `_locked`, `_value`, `_unfinished_tasks`.
A descriptor of the same name on the class is told of each assignment, at the moment at which it is made and in the
task that makes it. Nothing is wrapped: every method is asyncio's own, so arguments, results, errors, tracebacks and
subclasses are what they were. Such a descriptor has no `__get__`, so that an attribute is read as fast as before. Only
two places have no such attribute. What is taken out of a queue is told by `_wakeup_next`, which never raises and is
called right after it; a condition reads its `_waiters` when it notifies.

A semaphore that is given back while somebody waits goes over to the waiter at once: the releaser lowers the value on
the waiter's behalf. Whose behalf it is, the future says that it is about to complete: a task waits for it.

These are private names; they mean the same from 3.11 to 3.14, and tests/engine/test_primitives.py fails when one goes.
"""

from __future__ import annotations

import asyncio
import sys
import types
import weakref
from asyncio import locks, queues
from collections import deque
from collections.abc import Callable
from typing import Any

from .frames import Place
from .recorder import Recorder
from .tasks import is_inner

_HAND_OVER = locks.Semaphore._wake_up_next.__code__
_GET = queues.Queue.get_nowait.__code__
_NOTIFY = locks.Condition.notify.__code__
_INTERNAL = frozenset(
    id(value.__code__)
    for kind in (locks.Barrier, queues.Queue)
    for value in vars(kind).values()
    if isinstance(value, types.FunctionType)
)
"""Code of what uses a primitive for its own ends: a queue its event, a barrier its condition."""
_NEW = object()
MAX_HELPERS = 4
"""What is told of those who could end a wait, at most."""

_fields_of: Callable[[Any], dict[str, Any]] = lambda thing: object.__getattribute__(thing, "__dict__")  # noqa: E731


class _Watched:
    """Stands for an attribute of a class, and tells of its changes. The value is where it always was."""

    def __init__(self, name: str, changed: Callable[[Any, Any, Any], None]) -> None:
        self._name = name
        self._changed = changed

    def __set__(self, thing: Any, value: Any) -> None:
        fields = _fields_of(thing)
        before = fields.get(self._name, _NEW)
        fields[self._name] = value
        if before is not _NEW and before != value:
            self._changed(thing, before, value)


class _Read(_Watched):
    """One that tells of being read instead."""

    def __get__(self, thing: Any, kind: type | None = None) -> Any:
        if thing is None:
            return self
        self._changed(thing, None, None)
        try:
            return _fields_of(thing)[self._name]
        except KeyError:
            raise AttributeError(f"{type(thing).__name__!r} object has no attribute {self._name!r}") from None

    def __set__(self, thing: Any, value: Any) -> None:
        _fields_of(thing)[self._name] = value


class _Use:
    """What a task did with a primitive: how often, and on which line the last time."""

    __slots__ = ("count", "place", "task")

    def __init__(self, task: int | None, place: Place) -> None:
        self.task = task
        self.count = 1
        self.place = place


class _Thing:
    """A primitive that is, or was, in use."""

    def __init__(self, number: int, reference: weakref.ref[Any]) -> None:
        self.number = number
        self.reference = reference
        self.holders: list[_Use] = []
        self.uses: dict[str, dict[int | None, _Use]] = {}

    def used(self, how: str, task: int | None, place: Place) -> None:
        """Count a use."""
        uses = self.uses.setdefault(how, {})
        use = uses.get(task)
        if use is None:
            uses[task] = _Use(task, place)
        else:
            use.count += 1
            use.place = place

    def given_back(self, task: int | None) -> int | None:
        """Take a place from the task that gives it back, else from the one that has it for longest; return whose."""
        own = [use for use in self.holders if use.task == task]
        use = own[-1] if own else self.holders[0] if self.holders else None
        if use is None:
            return None
        self.holders.remove(use)
        return use.task


class Primitives:
    """The primitives of a run."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self.clear()

    def clear(self) -> None:
        """Forget all."""
        self._things: dict[int, _Thing] = {}
        self._made = 0

    def _thing(self, thing: Any) -> _Thing:
        key = id(thing)
        found = self._things.get(key)
        if found is None or found.reference() is not thing:
            self._made += 1
            found = self._things[key] = _Thing(self._made, weakref.ref(thing, lambda _: self._forget(key, number)))
            number = found.number
        return found

    def _forget(self, key: int, number: int) -> None:
        if key in self._things and self._things[key].number == number:
            del self._things[key]

    def _who(self, frame: types.FrameType) -> tuple[int | None, Place, bool]:
        """Return (task, line, whether the program did it and not a primitive for its own ends)."""
        current = self._recorder.current_task()
        task = self._recorder.number_of(current)
        inside: types.FrameType | None = frame
        own = True
        while inside is not None and inside.f_code.co_filename in _FILES:
            own = own and id(inside.f_code) not in _INTERNAL
            inside = inside.f_back
        place = self._recorder.frames.place_of(inside)
        if place is None and is_inner(current):
            place = self._recorder.standing(task)
        return task, place, own

    # --- what changes ---

    def _locked(self, lock: Any, before: Any, now: Any) -> None:
        task, place, own = self._who(sys._getframe(2))
        if now:
            self._taken(lock, task, place, own)
        else:
            self._released(lock, task, place, own)

    def _value(self, semaphore: Any, before: Any, now: Any) -> None:
        frame = sys._getframe(2)
        task, place, own = self._who(frame)
        if now > before:
            self._released(semaphore, task, place, own)
            return
        if frame.f_code is _HAND_OVER:
            task = self._waiting_for(frame.f_locals["fut"])
            place = self._recorder.standing(task)
        self._taken(semaphore, task, place, own)

    def _waiting_for(self, future: Any) -> int | None:
        for callback, _ in future._callbacks or ():
            task = getattr(callback, "__self__", None)
            if isinstance(task, asyncio.Task):
                return self._recorder.number_of(task)
        return None

    def _taken(self, thing: Any, task: int | None, place: Place, own: bool) -> None:
        state = self._thing(thing)
        state.holders.append(_Use(task, place))
        if own and place is not None:
            self._recorder.note("taken", state.number, _kind(thing), task, place)

    def _released(self, thing: Any, task: int | None, place: Place, own: bool) -> None:
        state = self._thing(thing)
        holder = state.given_back(task)
        if own and place is not None:
            self._recorder.note("given-back", state.number, _kind(thing), holder, task, place)

    def _set(self, event: Any, before: Any, now: Any) -> None:
        task, place, own = self._who(sys._getframe(2))
        if own:
            self._signal(event, "set" if now else "clear", task, place)

    def _notified(self, condition: Any, before: Any, now: Any) -> None:
        frame = sys._getframe(2)
        outer = frame.f_back  # from 3.13 on `notify` has a helper, which others use too
        if frame.f_code is _NOTIFY or (outer is not None and outer.f_code is _NOTIFY):
            task, place, own = self._who(frame)
            if own:
                self._signal(condition, "notify", task, place)

    def _signal(self, thing: Any, how: str, task: int | None, place: Place) -> None:
        state = self._thing(thing)
        state.used(how, task, place)
        if place is not None:
            self._recorder.note("signalled", state.number, _kind(thing), how, task, place)

    def _unfinished(self, queue: Any, before: Any, now: Any) -> None:
        self._queued(queue, "put" if now > before else "done", sys._getframe(2).f_back)

    def _queued(self, queue: Any, how: str, frame: types.FrameType | None) -> None:
        assert frame is not None
        task, place, _ = self._who(frame)
        state = self._thing(queue)
        state.used(how, task, place)
        if place is not None:
            length, unfinished = _size(queue)
            self._recorder.note("queue-changed", state.number, _kind(queue), how, length, unfinished, task, place)

    # --- what is waited for ---

    def waited_for(self, library: types.FrameType) -> dict[str, Any]:
        """Return fields of the model's `Waiter` for what a frame of the library waits for."""
        thing = library.f_locals.get("self")
        if isinstance(thing, asyncio.StreamReader):
            buffer = _fields_of(thing).get("_buffer")
            return {"length": len(buffer)} if type(buffer) is bytearray else {}
        if not isinstance(thing, _KINDS):
            return {}
        if isinstance(thing, locks.Condition) and library.f_code.co_name != "wait":
            thing = thing._lock  # type: ignore[attr-defined]
        state = self._thing(thing)
        found: dict[str, Any] = {"thing": state.number}
        if isinstance(thing, queues.Queue):
            found["length"], found["unfinished"] = _size(thing)
        if isinstance(thing, locks.Barrier):
            found["missing"] = thing.parties - thing.n_waiting
        helpers = [("holds", use) for use in state.holders]
        helpers += [(how, use) for how, uses in state.uses.items() for use in uses.values()]
        told = [self._recorder.roster.helper(use.task, how, use.count, use.place) for how, use in helpers]
        found["on"] = [helper for how in _HOWS for helper in [h for h in told if h["how"] == how][:MAX_HELPERS]]
        return found

    # --- installation ---

    def install(self) -> Callable[[], None]:
        """Watch asyncio's primitives; return a function that undoes it."""
        wake = queues.Queue._wakeup_next  # type: ignore[attr-defined]
        queued = self._queued

        def _wakeup_next(self: Any, waiters: Any) -> None:
            wake(self, waiters)
            frame = sys._getframe(1)
            if frame.f_code is _GET:
                queued(self, "get", frame)

        watched: list[tuple[type, str, Any]] = [
            (locks.Lock, "_locked", _Watched("_locked", self._locked)),
            (locks.Semaphore, "_value", _Watched("_value", self._value)),
            (locks.Event, "_value", _Watched("_value", self._set)),
            (locks.Condition, "_waiters", _Read("_waiters", self._notified)),
            (queues.Queue, "_unfinished_tasks", _Watched("_unfinished_tasks", self._unfinished)),
        ]
        for kind, name, descriptor in watched:
            setattr(kind, name, descriptor)
        queues.Queue._wakeup_next = _wakeup_next  # type: ignore[attr-defined]
        self._recorder.primitives = self

        def undo() -> None:
            for kind, name, _ in watched:
                delattr(kind, name)
            queues.Queue._wakeup_next = wake  # type: ignore[attr-defined]
            self._recorder.primitives = None

        return undo


_FILES = frozenset({locks.__file__, queues.__file__})
_KINDS = (locks.Lock, locks.Semaphore, locks.Event, locks.Condition, locks.Barrier, queues.Queue)
_NAMED = (locks.BoundedSemaphore, queues.PriorityQueue, queues.LifoQueue, *_KINDS)
_HOWS = ("holds", "put", "get", "done", "set", "clear", "notify")


def _kind(thing: Any) -> str:
    """Name the class of asyncio's that a primitive is of, whatever the program's own is called."""
    return next(kind.__name__ for kind in type.mro(type(thing)) if kind in _NAMED)


def _size(queue: Any) -> tuple[int, int]:
    """Return how many items lie in a queue, and how many are not marked done, without asking its methods."""
    fields = _fields_of(queue)
    items = fields.get("_queue")
    length = len(items) if isinstance(items, deque | list) else 0
    return length, fields.get("_unfinished_tasks", 0)
