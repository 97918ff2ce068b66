"""A task that sleeps, goes on, and sleeps again: the usual step. Its two events are texts, kept for the next time."""

from __future__ import annotations

import types
from typing import Any

from .frames import SLEEP, delay_of

CoroutineType = types.CoroutineType


class Sleeper:
    """A sleep of a task's, as it was recorded."""

    __slots__ = ("_at", "_delay", "_fields", "_frame", "_inner", "now", "number", "resumed", "suspended")

    def __init__(self, number: int, stack: list[Any], delay: float, fields: str) -> None:
        self.number = number
        self._inner = [frame for frame, _, _ in stack[1:]]
        self._frame = stack[-1][0]
        self._at = self._frame.f_lasti
        self._delay = delay
        self._fields = fields
        self.now = -1

    def tell(self, now: int, stamp: str) -> None:
        """Write the two events anew, at a time, given as number and as text."""
        self.now = now
        self.resumed = f'["resumed",{stamp},{self.number}]'
        self.suspended = f'["suspended",{stamp}{self._fields}'

    def sleeps_again(self, awaitable: Any) -> bool:
        """Whether the task, whose coroutine this is, sleeps on the same line of the same call for as long as before."""
        awaitable = awaitable.cr_await
        for frame in self._inner:
            if type(awaitable) is not CoroutineType or awaitable.cr_frame is not frame:
                return False
            awaitable = awaitable.cr_await
        return (
            type(awaitable) is CoroutineType
            and awaitable.cr_code is SLEEP
            and self._frame.f_lasti == self._at
            and delay_of(awaitable) is self._delay
        )
