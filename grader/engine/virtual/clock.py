"""Virtual time: integer nanoseconds that move only when the program has nothing else to do.

Three clocks have one interface. `FreeClock` runs as far as it likes; tests, fuzzers and CPython's own suite use it in
process. `JudgedClock` follows the judge's, which moves when it is told to and else stands: each time that this one goes
on, it says so, in its place among the lines of output and the calls of services. It goes no further than to a horizon
that the judge grants: while the judge owes a reply, only the judge knows when the next thing happens, so the clock
stops there and asks. `RealClock` is the machine's, for a program that is traced in real time: to move it is to wait.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Protocol

from ..channel import Channel

SECOND = 1_000_000_000

_real_clock, _real_sleep = time.monotonic_ns, time.sleep


class TimeLimit(BaseException):
    """The program did not end within the limit of virtual time."""


class Clock(Protocol):
    """What loop, turns and patches need of a clock."""

    @property
    def now(self) -> int:
        """Nanoseconds since the clock was set to zero."""

    limit: int
    """Where virtual time ends."""

    def move(self, target: int | None) -> bool:
        """Go to `target`, or to an earlier reply; None: there is nothing to wait for but replies.

        False: nothing can ever happen. Raises TimeLimit past the limit.
        """

    def reset(self) -> None:
        """Set the clock to zero: the coroutine under test is about to be called."""


class FreeClock:
    """A clock with a horizon without end."""

    def __init__(self, limit: int = 10**9 * SECOND) -> None:
        self.now = 0
        self.limit = limit

    def move(self, target: int | None) -> bool:
        """Go to `target`."""
        if target is None:
            return False
        if target > self.limit:
            raise TimeLimit
        self.now = max(self.now, target)
        return True

    def reset(self) -> None:
        """Set the clock to zero."""
        self.now = 0


class RealClock:
    """The machine's clock."""

    def __init__(self, limit: int = 0) -> None:
        self.limit = limit
        self.reset()

    @property
    def now(self) -> int:
        """Nanoseconds of real time since the clock was set to zero, but never beyond the limit."""
        return min(_real_clock() - self._start, self.limit)

    def move(self, target: int | None) -> bool:
        """Wait until `target`."""
        if target is None:
            return False
        rest = min(target, self.limit) - self.now
        if rest > 0:
            _real_sleep(rest / SECOND)
        if target > self.limit or self.now >= self.limit:
            raise TimeLimit
        return True

    def reset(self) -> None:
        """Set the clock to zero."""
        self._start = _real_clock()


class JudgedClock:
    """A clock that has the judge's go with it, asks at its horizon, and hands over the replies that come then."""

    def __init__(self, channel: Channel, limit: int = 0) -> None:
        self.now = 0
        self.limit = limit
        self._channel = channel
        self._horizon = limit
        self._owed: dict[int, Callable[[str, Any, int], None]] = {}

    def expect(self, request: int, deliver: Callable[[str, Any, int], None]) -> None:
        """Note that the judge owes a reply; `deliver(how, value, time)` is called when it comes."""
        self._owed[request] = deliver
        self._horizon = self.now

    def forget(self, request: int) -> bool:
        """Note that nobody waits for a reply any more. False: it has come already, at this very instant."""
        return self._owed.pop(request, None) is not None

    def move(self, target: int | None) -> bool:
        """Go to `target`, or to the next reply if that comes first."""
        if not self._owed:
            self._horizon = self.limit
            if target is None:
                return False
        if target is not None and target <= self._horizon:
            if target > self.now:
                self._channel.post(f'["wait",{self.now},{target}]')
                self.now = target
            return True
        if not self._owed:
            raise TimeLimit
        _, now, horizon, replies = self._channel.ask(["idle", self.now, target])
        if now > self.limit:
            raise TimeLimit
        self.now, self._horizon = now, horizon
        for request, how, value in replies:
            deliver = self._owed.pop(request, None)
            if deliver is not None:
                deliver(how, value, now)
        return True

    def reset(self) -> None:
        """Set the clock to zero, and forget what was asked while the file was loaded."""
        self.now = 0
        self._horizon = self.limit
        self._owed.clear()
