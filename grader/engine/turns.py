"""Threads take turns: at any moment one thread of the program runs, and who is next is fixed.

Real threads finish in whatever order the machine likes. Here a thread runs until it sleeps, waits or ends; then the
next one in line runs; and when all of them wait, the main thread (where the event loop under test lives) moves the
clock to the earliest time that somebody waits for. So the clock stands while a worker computes, a worker's `time.sleep`
passes in virtual time, and two runs of one program go the same way.

Who takes part: the main thread and every `threading.Thread` that the program starts, those of a pool among them. What
they wait for other than the clock, `locks` makes a matter of turns.
"""

from __future__ import annotations

import concurrent.futures.thread as pools
import heapq
import threading
from _thread import allocate_lock, get_ident
from collections import deque
from collections.abc import Callable
from typing import Any

from .clock import SECOND, Clock


class Deadlock(BaseException):
    """Everything waits, and nothing is left that could wake it. Its argument, if any: (who, for what, where)."""


class Turn:
    """A place in the line: a gate that is open while its thread may run."""

    __slots__ = ("done", "gate", "parked")

    def __init__(self) -> None:
        self.gate = allocate_lock()
        self.gate.acquire()
        self.parked = False
        self.done = False


class Turns:
    """Who runs now, who is ready to run, who waits until when."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._main = Turn()
        self._main_ident = get_ident()
        self._by_thread: dict[int, Turn] = {self._main_ident: self._main}
        self._mutex = allocate_lock()
        self.ready: deque[Turn] = deque()
        """Threads that are ready, the next one first."""
        self._parked: list[tuple[int, int, Turn]] = []
        self._order = 0
        self._joining: deque[Turn] = deque()
        self.hold: Callable[[Callable[[], bool]], bool] = lambda wait: wait()
        """Called with what the main thread is to wait for, other than the clock, in the midst of the program."""

    # --- every thread ---

    def in_main(self) -> bool:
        """Whether this is the main thread."""
        return get_ident() == self._main_ident

    def takes_part(self) -> bool:
        """Whether this thread takes turns."""
        return get_ident() in self._by_thread

    def mine(self) -> Turn:
        """Return the turn of this thread."""
        return self._by_thread[get_ident()]

    def sleep(self, until: int) -> None:
        """Wait for the clock to reach `until`, in nanoseconds."""
        if self.in_main():
            self.wait(until, lambda: False)
        else:
            self.park(until)

    def block(self, done: Callable[[], bool], until: int | None = None, line: deque[Turn] | None = None) -> bool:
        """Wait for `done()`, which other threads bring about, or for the clock to reach `until`: then False.

        The thread stands in `line`, whose first one is to be woken when there is something to get; without one, it is
        woken when a thread has ended. Raises Deadlock in the main thread when it can never come.
        """
        if self.in_main():
            return self.hold(lambda: self._block_main(done, until))
        line = self._joining if line is None else line
        turn = self.mine()
        line.append(turn)
        try:
            while not done():
                if until is not None and self.clock.now >= until:
                    return False
                self.park(until)
            return True
        finally:
            line.remove(turn)

    def _block_main(self, done: Callable[[], bool], until: int | None) -> bool:
        came = False

        def look() -> bool:
            nonlocal came
            came = came or done()
            return came

        if not self.wait(until, look):
            raise Deadlock
        return came

    def park(self, until: int | None) -> None:
        """Let others run; a thread other than the main one comes back at `until`, or when it is woken."""
        turn = self.mine()
        with self._mutex:
            turn.parked = True
            if until is not None:
                self._order += 1
                heapq.heappush(self._parked, (until, self._order, turn))
            self._pass_on()
        turn.gate.acquire()

    def wake(self, turn: Turn) -> None:
        """Put a thread that waits at the end of the line."""
        with self._mutex:
            self._make_ready(turn)

    def _make_ready(self, turn: Turn) -> None:
        if turn.parked:
            turn.parked = False
            self.ready.append(turn)

    def _pass_on(self) -> None:
        following = self.ready.popleft() if self.ready else self._main
        following.gate.release()

    # --- the main thread ---

    def run_others(self) -> None:
        """Let every thread that is ready have its turn, until all of them wait."""
        while self.ready:
            with self._mutex:
                self._pass_on()
            self._main.gate.acquire()

    def wait(self, until: int | None, done: Callable[[], bool]) -> bool:
        """Let others run and the clock move on, until it reaches `until` or `done()`. False: neither can ever come."""
        while True:
            self.run_others()
            if done() or (until is not None and self.clock.now >= until):
                return True
            if not self.clock.move(self._earliest(until)):
                return False
            self._wake_due()

    def skip(self, until: int | None) -> None:
        """Move the clock to what is due next, though the main thread is not idle."""
        if self.clock.move(self._earliest(until)):
            self._wake_due()

    def _earliest(self, until: int | None) -> int | None:
        parked = self._parked
        while parked and not parked[0][2].parked:
            heapq.heappop(parked)
        if not parked:
            return until
        return parked[0][0] if until is None else min(until, parked[0][0])

    def _wake_due(self) -> None:
        with self._mutex:
            while self._parked and self._parked[0][0] <= self.clock.now:
                self._make_ready(heapq.heappop(self._parked)[2])

    # --- joining and leaving ---

    def enroll(self) -> Turn:
        """Add a thread that is about to start, at the end of the line."""
        turn = Turn()
        turn.parked = True
        self.wake(turn)
        return turn

    def enter(self, turn: Turn) -> None:
        """Begin, in the new thread: wait for the turn."""
        self._by_thread[get_ident()] = turn
        turn.gate.acquire()

    def leave(self, turn: Turn) -> None:
        """End, in the thread that entered: the next one runs."""
        del self._by_thread[get_ident()]
        turn.done = True
        with self._mutex:
            for waiting in self._joining:
                self._make_ready(waiting)
            self._pass_on()


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


def install(turns: Turns, notice: Callable[[str], None]) -> Callable[[], None]:
    """Make threads take turns; return a function that undoes it.

    `notice` is told of each thread started and each job handed over, in the thread that does it.
    """
    thread, pool = threading.Thread, pools.ThreadPoolExecutor
    start, real_join, submit = thread.start, thread.join, pool.submit

    def started(self: threading.Thread) -> None:
        if not turns.takes_part() or self._started.is_set():  # type: ignore[attr-defined]
            return start(self)
        if getattr(self, "_target", None) is not pools._worker:
            notice("threading.Thread")
        turn = turns.enroll()
        run = self.run

        def taking_turns() -> None:
            turns.enter(turn)
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
            notice("an executor")
        return submit(self, fn, *args, **kwargs)

    replacements = [(thread, "start", started), (thread, "join", join), (pool, "submit", submitted)]
    originals = [(owner, name, getattr(owner, name)) for owner, name, _ in replacements]
    for owner, name, replacement in replacements:
        setattr(owner, name, replacement)

    def undo() -> None:
        for owner, name, original in originals:
            setattr(owner, name, original)

    return undo
