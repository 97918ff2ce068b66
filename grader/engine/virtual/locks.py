"""Locks of `threading` as a matter of turns: a thread that waits for one lets others run, and the clock move on.

Everything in `threading`, `queue` and `concurrent.futures` that waits for another thread does so on a plain lock, which
is looked up by name when it is made. So one class stands in for all: `Event`, `Condition`, `Semaphore`, `Barrier`,
`Queue`, a pool's queue of jobs, `Future.result`. A timeout is virtual time. Locks made before this is installed stay
what they were.
"""

from __future__ import annotations

import queue
import threading
from _thread import allocate_lock
from collections import deque
from collections.abc import Callable
from typing import Any

from .. import patches
from .clock import SECOND
from .turns import Turn, Turns


def lock_class(turns: Turns) -> type:
    """Return what takes the place of `threading.Lock`."""

    class Lock:
        """A lock whose waiters take turns."""

        def __init__(self) -> None:
            self._lock = allocate_lock()
            self._line: deque[Turn] = deque()
            self.locked = self._lock.locked

        def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
            if self._lock.acquire(False):
                return True
            if not blocking or not turns.takes_part():
                return self._lock.acquire(blocking, timeout)
            until = None if timeout == -1 else turns.clock.now + round(max(timeout, 0) * SECOND)
            return turns.block(lambda: self._lock.acquire(False), until, self._line)

        def release(self) -> None:
            self._lock.release()
            if self._line:
                turns.wake(self._line[0])

        def __enter__(self) -> bool:
            return self.acquire()

        def __exit__(self, *_: object) -> None:
            self.release()

        def __repr__(self) -> str:
            return f"<{'locked' if self.locked() else 'unlocked'} _thread.lock object>"

        def _at_fork_reinit(self) -> None:
            self.__init__()  # type: ignore[misc]

    return Lock


def install(turns: Turns, lock: type | None = None) -> Callable[[], None]:
    """Put the lock in place, which may have been made before; return a function that undoes it."""
    lock = lock or lock_class(turns)

    def now() -> float:
        return turns.clock.now / SECOND

    replacements: list[tuple[Any, str, Any]] = [
        (threading, "Lock", lock),
        (threading, "_allocate_lock", lock),
        (threading, "_CRLock", None),
        (threading, "_time", now),
        (queue, "time", now),
        (queue, "SimpleQueue", queue._PySimpleQueue),  # type: ignore[attr-defined]
    ]
    return patches.put(replacements)
