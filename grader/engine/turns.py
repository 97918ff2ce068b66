"""Threads take turns: at any moment one thread of the program runs, and who is next is fixed.

Real threads finish in whatever order the machine likes. Here a thread runs until it sleeps, waits or ends; then the next one
in line runs; and when all of them wait, the main thread (where the event loop under test lives) moves the clock to the
earliest time that somebody waits for. So the clock stands while a worker computes, a worker's `time.sleep` passes in virtual
time, and two runs of one program go the same way.

Who takes part: the main thread, every job of a `ThreadPoolExecutor`, every `threading.Thread` that the program starts. The
pool's own worker threads take no part; only their jobs do.
"""

from __future__ import annotations

import concurrent.futures.thread as pools
import heapq
import threading
from _thread import allocate_lock, get_ident
from collections import deque
from collections.abc import Callable
from typing import Any

from .clock import Clock


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
        self._ready: deque[Turn] = deque()
        self._parked: list[tuple[int, int, Turn]] = []
        self._order = 0
        self._watchers: list[Turn] = []

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

    def block(self, done: Callable[[], bool], until: int | None = None) -> bool:
        """Wait for `done()`, which other threads bring about, or for the clock to reach `until`.

        False: it can never come.
        """
        if self.in_main():
            return self.wait(until, done)
        while not done() and (until is None or self.clock.now < until):
            self._watchers.append(self.mine())
            self.park(until)
        return True

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
            self._ready.append(turn)

    def _pass_on(self) -> None:
        following = self._ready.popleft() if self._ready else self._main
        following.gate.release()

    # --- the main thread ---

    def run_others(self) -> None:
        """Let every thread that is ready have its turn, until all of them wait."""
        while self._ready:
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
        target = self._earliest(until)
        if target is not None:
            self.clock.move(target)
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

    def enroll(self, *, ready: bool = True) -> Turn:
        """Add a thread that is about to start, at the end of the line."""
        turn = Turn()
        turn.parked = True
        if ready:
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
            while self._watchers:
                self._make_ready(self._watchers.pop())
            self._pass_on()


class _Job:
    """A function handed to a pool, with its turn."""

    __slots__ = ("function", "pool", "turn")

    def __init__(self, function: Callable[..., Any], pool: _Pool, turn: Turn) -> None:
        self.function = function
        self.pool = pool
        self.turn = turn

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.function(*args, **kwargs)


class _Pool:
    """How many jobs of a pool run, and which wait for one of its threads."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.running = 0
        self.waiting: deque[Turn] = deque()


def install(turns: Turns, notice: Callable[[str], None]) -> Callable[[], None]:
    """Make threads and pools take turns; return a function that undoes it.

    `notice` is told of each thread started and each job handed over, in the thread that does it.
    """
    known: dict[int, _Pool] = {}
    thread, pool_class, item_class = threading.Thread, pools.ThreadPoolExecutor, pools._WorkItem
    start, join = thread.start, thread.join
    submit, shutdown, run_item = pool_class.submit, pool_class.shutdown, item_class.run

    def started(self: threading.Thread) -> None:
        if getattr(self, "_target", None) is pools._worker or not turns.takes_part():
            return start(self)
        notice("threading.Thread")
        turn = turns.enroll()
        run = self.run

        def taking_turns() -> None:
            turns.enter(turn)
            try:
                run()
            finally:
                turns.leave(turn)

        self.run = taking_turns  # type: ignore[method-assign]
        self.__dict__["_turn"] = turn
        return start(self)

    def joined(self: threading.Thread, timeout: float | None = None) -> None:
        turn: Turn | None = self.__dict__.get("_turn")
        if turn is not None and turns.takes_part() and not turn.done:
            until = None if timeout is None else turns.clock.now + round(max(timeout, 0) * 1e9)
            if not turns.block(lambda: turn.done, until) or not turn.done:
                return None
        return join(self, timeout)

    def submitted(self: Any, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        if not turns.takes_part():
            return submit(self, fn, *args, **kwargs)
        notice("an executor")
        pool = known.setdefault(id(self), _Pool(self._max_workers))
        free = pool.running < pool.size
        turn = turns.enroll(ready=free)
        if free:
            pool.running += 1
        else:
            pool.waiting.append(turn)
        return submit(self, _Job(fn, pool, turn), *args, **kwargs)

    def ran_item(self: Any, *args: Any) -> None:
        job = self.fn if hasattr(self, "fn") else self.task[0]
        if not isinstance(job, _Job):
            return run_item(self, *args)
        turns.enter(job.turn)
        try:
            run_item(self, *args)
        finally:
            if job.pool.waiting:
                turns.wake(job.pool.waiting.popleft())
            else:
                job.pool.running -= 1
            turns.leave(job.turn)
        return None

    def shut_down(self: Any, wait: bool = True, *, cancel_futures: bool = False) -> None:
        pool = known.get(id(self))
        if wait and pool is not None and turns.takes_part():
            if cancel_futures:
                shutdown(self, wait=False, cancel_futures=True)
            turns.block(lambda: not pool.running)
        shutdown(self, wait=wait, cancel_futures=cancel_futures)

    replacements = [
        (thread, "start", started),
        (thread, "join", joined),
        (pool_class, "submit", submitted),
        (pool_class, "shutdown", shut_down),
        (item_class, "run", ran_item),
    ]
    originals = [(owner, name, getattr(owner, name)) for owner, name, _ in replacements]
    for owner, name, replacement in replacements:
        setattr(owner, name, replacement)

    def undo() -> None:
        for owner, name, original in originals:
            setattr(owner, name, original)

    return undo
