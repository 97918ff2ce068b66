"""Threads of `threading` and of pools take part: each that the program starts has a turn (`turns`)."""

from __future__ import annotations

import _thread
import concurrent.futures.thread as pools
import sys
import threading
from _thread import allocate_lock
from collections.abc import Callable
from typing import Any

from .. import patches
from .clock import SECOND
from .outside import SUBPROCESS
from .turns import Turn, Turns

EXECUTOR = "an executor"
"""What `install` calls a job that is handed over."""


class _Started:
    """Whether a thread has started, for `threading.Thread`: a thread says so before it takes part."""

    def __init__(self) -> None:
        self._gate = allocate_lock()
        self._gate.acquire()

    def is_set(self) -> bool:
        """Whether it has."""
        return not self._gate.locked()

    def set(self) -> None:
        """Say that it has."""
        self._gate.release()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for it, in real time: it is a matter of microseconds."""
        with self._gate:
            return True

    def _at_fork_reinit(self) -> None:
        """Do what `threading` asks of it in a forked process."""


REFUSED = "this exercise does not allow a program to start threads"


def install(
    turns: Turns, notice: Callable[[str], None], *, allowed: Callable[[], bool] = lambda: True
) -> Callable[[], None]:
    """Make threads take turns, or refuse them unless `allowed()`; return a function that undoes it.

    `notice` is told of each thread started and each job handed over, in the thread that does it.
    """
    thread, pool = threading.Thread, pools.ThreadPoolExecutor
    start, real_join, submit = thread.start, thread.join, pool.submit
    start_plainly = _thread.start_new_thread

    def started(self: threading.Thread) -> None:
        if not allowed():
            raise PermissionError(REFUSED)
        if self._started.is_set():  # type: ignore[attr-defined]
            return start(self)
        watches = getattr(getattr(self, "_target", None), "__name__", "") == "_do_waitpid"
        if watches or not turns.takes_part():
            # asyncio's thread that waits for a process of its own, or a thread of a thread that is outside.
            self.run = turns.admit(self.run, SUBPROCESS if watches else "a thread")  # type: ignore[method-assign]
            self._started = _Started()  # type: ignore[attr-defined]
            return start(self)
        if getattr(self, "_target", None) is not pools._worker:
            notice("threading.Thread")
        turn = turns.enroll()
        run = self.run
        depth = sys.get_coroutine_origin_tracking_depth()

        def taking_turns() -> None:
            turns.enter(turn)
            sys.set_coroutine_origin_tracking_depth(depth)  # each thread has its own
            try:
                run()
            except BaseException:
                self._invoke_excepthook(self)  # type: ignore[attr-defined] # here, while it still has its turn
            finally:
                turns.leave(turn)

        self.run = taking_turns  # type: ignore[method-assign]
        self.__dict__["_turn"] = turn
        self._started = _Started()  # type: ignore[attr-defined]
        return start(self)

    def join(self: threading.Thread, timeout: float | None = None) -> None:
        turn: Turn | None = self.__dict__.get("_turn")
        if turn is None or not turns.takes_part() or turn is turns.mine():
            return real_join(self, timeout)
        if not turn.done:
            until = None if timeout is None else turns.clock.now + round(max(timeout, 0) * SECOND)
            if not turns.block(lambda: turn.done, until):
                return None
        return real_join(self)

    def submitted(self: Any, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        if turns.takes_part():
            notice(EXECUTOR)
        return submit(self, fn, *args, **kwargs)

    def started_plainly(function: Callable[..., Any], args: Any, kwargs: Any = None, /) -> int:
        if not allowed():
            raise PermissionError(REFUSED)
        return start_plainly(turns.admit(function, "a thread"), args, kwargs or {})

    replacements: list[tuple[Any, str, Any]] = [
        (thread, "start", started),
        (thread, "join", join),
        (pool, "submit", submitted),
        (_thread, "start_new_thread", started_plainly),
    ]
    return patches.put(replacements)
