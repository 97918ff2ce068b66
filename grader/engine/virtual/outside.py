"""What is real and could still wake the program: files and sockets of the machine, processes, threads without turns.

While there is any, virtual time cannot jump: what comes from outside comes in real time, before or after the next
timer. So the main thread waits for it for real, and the clock moves by what has passed. Such a run is not the same
every time, and says so.
"""

from __future__ import annotations

import os
import selectors
import signal
import stat
import time
from collections.abc import Container
from typing import Any, Protocol

SLICE = 0.05
"""Seconds of one wait for something real: replies of the judge may come due meanwhile."""

LOOKS = 4
"""Looks at a thread, `LOOK` seconds each, in which it has not run before it is taken to wait for something real."""
LOOK = 0.01

real_clock = time.monotonic_ns

SUBPROCESS = "a subprocess"
"""What explains most where there is more than one reason: pipes and threads only serve it."""

_KINDS = {stat.S_IFSOCK: "a real socket", stat.S_IFIFO: "a pipe", 0: SUBPROCESS}
"""What a descriptor is for; the one of a process has no type."""

_TIMERS = {
    getattr(signal, number): getattr(signal, timer)
    for number, timer in (("SIGALRM", "ITIMER_REAL"), ("SIGVTALRM", "ITIMER_VIRTUAL"), ("SIGPROF", "ITIMER_PROF"))
    if hasattr(signal, number) and hasattr(signal, timer)
}


class Outside(Protocol):
    """What the main thread waits for when it waits for real."""

    def reason(self) -> str | None:
        """Return what could still come from outside; None: nothing."""

    def wait(self, seconds: float) -> None:
        """Wait for it, or for `ring`."""

    def ring(self) -> None:
        """End the wait: a thread has something for the program."""


class Idle:
    """Tells a thread that waits for something real from one that computes, or that the machine lets wait. Linux."""

    def __init__(self) -> None:
        self._thread = 0
        self._ran = ""
        self._looks = 0

    def look(self, thread: int) -> bool:
        """Look at a thread by its native number, once a `LOOK`; True: it has not run, nor wanted to, for `LOOKS`."""
        try:
            ran, asleep = _ran(thread), _is_asleep(thread)
        except OSError:
            return False
        if not asleep or (thread, ran) != (self._thread, self._ran):
            self._thread, self._ran, self._looks = thread, ran, 0
            return False
        self._looks += 1
        return self._looks >= LOOKS


def _ran(thread: int) -> str:
    """Return how long a thread has run, in nanoseconds (Linux, Documentation/scheduler/sched-stats.rst)."""
    with open(f"/proc/self/task/{thread}/schedstat") as file:
        return file.read().split()[0]


def _is_asleep(thread: int) -> bool:
    with open(f"/proc/self/task/{thread}/stat") as file:
        return file.read().rpartition(")")[2].split()[0] == "S"


def of_descriptors(selector: selectors.BaseSelector, own: int, inside: Container[int]) -> str | None:
    """Return what the descriptors under watch are for, but for the loop's `own` and those `inside` the process."""
    found = None
    for descriptor in selector.get_map():
        number = descriptor if isinstance(descriptor, int) else descriptor.fileno()
        if number == own or number in inside:
            continue
        try:
            kind = _KINDS.get(stat.S_IFMT(os.fstat(number).st_mode), "a real file")
        except OSError:
            continue  # closed under the selector's hands: nothing comes from it
        if kind == SUBPROCESS:
            return kind
        found = found or kind
    return found


def of_signals(handled: Container[Any]) -> str | None:
    """Return what could send a signal that the loop handles, as far as it is the program's own doing."""
    if getattr(signal, "SIGCHLD", None) in handled and _has_children():
        return SUBPROCESS
    if any(number in handled and signal.getitimer(timer)[0] > 0 for number, timer in _TIMERS.items()):
        return "a timer of the system"
    return None


def _has_children() -> bool:
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return False
    return True
