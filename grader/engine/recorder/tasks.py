"""The tasks of a run: their class, and what is asked of a task and of the callbacks that are its steps."""

from __future__ import annotations

import asyncio
import inspect
import types
from functools import partial
from typing import Any

from ..virtual.sets import SCRAMBLE
from .sleeper import Sleeper

_WAIT_FOR = asyncio.wait_for.__code__
_ASYNCIO = asyncio.__path__[0]


class Task(asyncio.Task):  # type: ignore[type-arg]
    """A task whose hash is made from its number: a set of tasks has a fixed order, not that of their making."""

    def __init__(self, coro: Any, *, number: int, host: Task | None = None, **options: Any) -> None:
        """`host`: the task on whose behalf the library made this one; it has the host's number, and is part of it."""
        self.number = number
        self.host = host
        self.inner: Task | None = None
        self.sleeper: Sleeper | None = None
        if host is not None:
            host.inner = self
        super().__init__(coro, **options)

    def __hash__(self) -> int:
        return self.number * SCRAMBLE


def task_of(callback: Any) -> Any:
    """Return the task whose step a callback is, or None."""
    kind = type(callback)
    if kind is types.FunctionType or kind is types.MethodType or kind is partial:
        return None
    if kind is types.BuiltinFunctionType and callback.__name__ != "task_wakeup":  # `task.cancel`
        return None
    task = getattr(callback, "__self__", None)
    return task if isinstance(task, asyncio.Task) else None


def made_by_wait_for(frame: types.FrameType | None) -> bool:
    """Whether the library makes a task only to wait for it: a coroutine in `wait_for`, in some versions of Python."""
    while frame is not None and frame.f_code.co_filename.startswith(_ASYNCIO):
        if frame.f_code is _WAIT_FOR:
            return True
        frame = frame.f_back
    return False


def has_begun(task: Any) -> bool:
    """Whether a task has made its first step."""
    coro = task.get_coro()
    return not inspect.iscoroutine(coro) or inspect.getcoroutinestate(coro) != inspect.CORO_CREATED


def is_inner(task: Any) -> bool:
    """Whether the library made a task on behalf of another one."""
    return getattr(task, "host", None) is not None
