"""Threads take turns: at any moment one thread of the program runs, and who is next is fixed.

Real threads finish in whatever order the machine likes. Here a thread runs until it sleeps, waits or ends; then the
next one in line runs; and when all of them wait, the main thread (where the event loop under test lives) moves the
clock to the earliest time that somebody waits for. So the clock stands while a worker computes, a worker's `time.sleep`
passes in virtual time, and two runs of one program go the same way.

Who takes part: the main thread and every `threading.Thread` that the program starts, those of a pool among them. What
they wait for other than the clock, `locks` makes a matter of turns.

A thread that waits for something real in its turn (a socket, a process, a lock of the standard library that is older
than ours) would hold everybody up, perhaps for ever. The main thread notices that while it waits for its turn, as does
every thread that waits for its first. Whoever waits for real loses its turn, and is outside until it asks for the next
one. While the main thread is outside, others go on, but the clock stands.
"""

from __future__ import annotations

import heapq
from _thread import allocate_lock, get_ident, get_native_id
from collections import deque
from collections.abc import Callable
from typing import Any

from .clock import SECOND, Clock
from .outside import LOOK, SLICE, Idle, Outside, real_clock

WAITS_FOR_REAL = "a thread that waits for something real"


class Deadlock(BaseException):
    """Everything waits, and nothing is left that could wake it. Its argument, if any: (who, for what, where)."""


class Turn:
    """A place in the line: a gate that is open while its thread may run."""

    __slots__ = ("done", "gate", "native", "parked")

    def __init__(self) -> None:
        self.gate = allocate_lock()
        self.gate.acquire()
        self.parked = False
        self.done = False
        self.native = 0


class _Threads:
    """Outside of the main thread in the midst of the program: only other threads can help it."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._bell = allocate_lock()

    def reason(self) -> str | None:
        """Return what keeps a thread outside."""
        return next(iter(self._turns.outsiders.values()), None)

    def wait(self, seconds: float) -> None:
        """Wait for `ring`."""
        self._bell.acquire(False)
        if not self._turns.has_ready():
            self._bell.acquire(timeout=seconds)

    def ring(self) -> None:
        """End the wait."""
        if self._bell.locked():
            self._bell.release()


class Turns:
    """Who runs now, who is ready to run, who waits until when."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._main = Turn()
        self._main.native = get_native_id()
        self._main_ident = get_ident()
        self._by_thread: dict[int, Turn] = {self._main_ident: self._main}
        self._mutex = allocate_lock()
        self.ready: deque[Turn] = deque()
        """Threads that are ready, the next one first."""
        self._parked: list[tuple[int, int, Turn]] = []
        self._order = 0
        self._joining: deque[Turn] = deque()
        self._holder: Turn | None = self._main
        self._threads = _Threads(self)
        self._waiting: Outside | None = None
        self.outsiders: dict[Any, str] = {}
        """Threads that could do something for the program without a turn, each with what keeps it."""
        self.real_time = ""
        """What real time was first used for; empty: all time was virtual."""
        self.tell_real_time: Callable[[str], None] = lambda reason: None
        """Called once, when real time is first used."""
        self.is_talking: Callable[[], bool] = lambda: False
        """Whether the thread that has its turn talks to the judge, who may take his time: it is not outside then."""
        self.hold: Callable[[Callable[[], bool]], bool] = lambda wait: wait()
        """Called with what the main thread is to wait for, other than the clock, in the midst of the program."""

    def begin(self) -> None:
        """Begin with the main thread alone, in the process in which this is now: it may have been forked since."""
        self._main.native = get_native_id()
        self._by_thread = {self._main_ident: self._main}
        self.ready = deque()
        self._parked.clear()
        self._order = 0
        self._joining.clear()
        self._holder, self._waiting = self._main, None
        self.outsiders.clear()
        self.real_time = ""

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

    def forget_others(self) -> None:
        """Go on with this thread alone: a forked process has none of the others; to it they have ended."""
        mine = self._by_thread.get(get_ident())
        others = [turn for turn in self._by_thread.values() if turn is not mine]
        for turn in others:
            turn.done, turn.parked = True, False
        self._by_thread = {} if mine is None else {get_ident(): mine}
        self._mutex = allocate_lock()
        self._holder, self._waiting = mine, None
        for line in (self.ready, self._parked, self._joining, self.outsiders):
            line.clear()

    def park(self, until: int | None) -> None:
        """Let others run; a thread other than the main one comes back at `until`, or when it is woken."""
        turn = self.mine()
        with self._mutex:
            turn.parked = True
            if until is not None:
                self._order += 1
                heapq.heappush(self._parked, (until, self._order, turn))
            self._give_up(turn)
        turn.gate.acquire()

    def wake(self, turn: Turn) -> None:
        """Put a thread that waits at the end of the line."""
        with self._mutex:
            self._make_ready(turn)
            if self._holder is None:
                self._pass_on()
            else:
                self._ring()

    def is_outside(self, turn: Turn | None = None) -> bool:
        """Whether a thread, or this one, goes on without a turn."""
        return bool(self.outsiders) and (turn or self._by_thread.get(get_ident())) in self.outsiders

    def go_outside(self, reason: str) -> None:
        """Give up this thread's turn, and go on without: to wait for something real."""
        turn = self.mine()
        with self._mutex:
            self.outsiders[turn] = reason
            self._pass_on()

    def rejoin(self) -> None:
        """Wait for a turn, in a thread other than the main one that goes on without."""
        if not self.is_outside():
            return
        turn = self.mine()
        with self._mutex:
            self.ready.append(turn)
            self._give_up(turn)
        turn.gate.acquire()

    def _await(self, turn: Turn) -> None:
        """Wait for a turn; who has it and waits for something real meanwhile goes outside."""
        idle = Idle()
        while not turn.gate.acquire(timeout=LOOK):
            holder = self._holder
            if holder is not None and holder.native and not self.is_talking() and idle.look(holder.native):
                with self._mutex:
                    if self._holder is holder:
                        self.outsiders[holder] = WAITS_FOR_REAL
                        self._pass_on()

    def _give_up(self, turn: Turn) -> None:
        if self.outsiders.pop(turn, None) is None or self._holder is None:
            self._pass_on()
        else:
            self._ring()

    def _ring(self) -> None:
        waiting = self._waiting
        if waiting is not None:
            waiting.ring()

    def _make_ready(self, turn: Turn) -> None:
        if turn.parked:
            turn.parked = False
            self.ready.append(turn)

    def _pass_on(self) -> None:
        """Give the turn to the next in line, else to the main thread; nobody has it while that is outside."""
        self._holder = self.ready.popleft() if self.ready else None if self._main in self.outsiders else self._main
        if self._holder is not None:
            self._holder.gate.release()

    # --- the main thread ---

    def has_ready(self) -> bool:
        """Whether a thread is ready to run."""
        return bool(self.ready)

    def run_others(self) -> None:
        """Let every thread that is ready have its turn, until all of them wait."""
        was_outside = self.is_outside()
        while self.ready or self.is_outside():
            with self._mutex:
                self._give_up(self._main)
            self._await(self._main)
        if was_outside:
            self._use_real_time(WAITS_FOR_REAL)

    def wait(self, until: int | None, done: Callable[[], bool], outside: Outside | None = None) -> bool:
        """Let others run and the clock move on, until it reaches `until` or `done()`. False: neither can ever come."""
        outside = outside or self._threads
        while True:
            self.run_others()
            if done() or (until is not None and self.clock.now >= until):
                return True
            if not self.wait_outside(until, outside) and not self.clock.move(self._earliest(until)):
                return False
            self._wake_due()

    def wait_outside(self, until: int | None, outside: Outside, seconds: float = SLICE) -> bool:
        """Wait for something real for a while, but not beyond what is due. False: there is nothing real."""
        reason = outside.reason()
        if reason is None:
            return False
        self._use_real_time(reason)
        earliest, start, now = self._earliest(until), real_clock(), self.clock.now
        if earliest is not None:
            seconds = min(seconds, (earliest - now) / SECOND)
        self._waiting = outside
        outside.wait(0 if self.ready else seconds)
        self._waiting = None
        target = now + real_clock() - start
        self.clock.move(target if earliest is None else min(target, max(earliest, now)))
        return True

    def _use_real_time(self, reason: str) -> None:
        if not self.real_time:
            self.real_time = reason
            self.tell_real_time(reason)

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
        turn.native = get_native_id()
        self._by_thread[get_ident()] = turn
        self._await(turn)

    def leave(self, turn: Turn) -> None:
        """End, in the thread that entered: the next one runs."""
        del self._by_thread[get_ident()]
        turn.done = True
        with self._mutex:
            for waiting in self._joining:
                self._make_ready(waiting)
            self._give_up(turn)

    def admit(self, function: Callable[..., Any], reason: str) -> Callable[..., Any]:
        """Return what a thread that takes no turns is to run: while it does, it may wake the program."""

        def outside(*args: Any, **kwargs: Any) -> Any:
            try:
                return function(*args, **kwargs)
            finally:
                with self._mutex:
                    del self.outsiders[outside]
                    self._ring()

        self.outsiders[outside] = reason
        return outside
