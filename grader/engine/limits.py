"""Limits that the kernel keeps: processor time, real time, memory. What the loop can count it counts itself.

A limit that is hit calls `exceeded` with its name, in the main thread, between two bytecodes: the place where the
program was can still be told. Beyond that stands the judge, who kills. Where the platform has no such timers, only the
judge does.

Real time in which the program was ready and no processor was free does not count: on a busy machine one that computes
would else be stopped by real time, and on an idle one by processor time.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any

resource: Any = None
"""The module, where the platform has it; imported here, so that a forked runner need not."""
with contextlib.suppress(ImportError):
    import resource

LEAST = 0.005
"""Seconds of real time that are not worth another timer."""

_now, _threads, _open, _read, _close = time.monotonic, threading.enumerate, os.open, os.read, os.close
_main, _own_number = threading.main_thread(), os.getpid


def arm(
    cpu_seconds: float,
    wall_seconds: float,
    memory_mib: int,
    exceeded: Callable[[str, Any], None],
    tick: Callable[[Any], None],
    interval: float,
) -> None:
    """Set the limits of this process; call `exceeded(limit, frame)` when one is hit.

    `tick(frame)` is called after every `interval` seconds of processor time.
    """
    if hasattr(signal, "setitimer"):
        for timer, number, action, amount in (
            (signal.ITIMER_VIRTUAL, signal.SIGVTALRM, partial(exceeded, "cpu"), (cpu_seconds,)),
            (signal.ITIMER_REAL, signal.SIGALRM, _Patience(wall_seconds, partial(exceeded, "wall")), (wall_seconds,)),
            (signal.ITIMER_PROF, signal.SIGPROF, tick, (interval, interval)),
        ):
            signal.signal(number, partial(_call, action))
            signal.setitimer(timer, *amount)
    if resource is None:
        return
    used = _address_space()
    for kind, soft in (
        (resource.RLIMIT_AS, used + memory_mib * 2**20),
        (resource.RLIMIT_CPU, int(cpu_seconds) + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def disarm() -> None:
    """Let no limit end what follows."""
    if hasattr(signal, "setitimer"):
        for timer in (signal.ITIMER_VIRTUAL, signal.ITIMER_REAL, signal.ITIMER_PROF):
            signal.setitimer(timer, 0)


class _Patience:
    """Waits longer by as much as the machine let the program wait."""

    def __init__(self, seconds: float, over: Callable[[Any], None]) -> None:
        self._over = over
        self._end = _now() + seconds - queued()

    def __call__(self, frame: Any) -> None:
        left = self._end + queued() - _now()
        if left > LEAST:
            signal.setitimer(signal.ITIMER_REAL, left)
        else:
            self._over(frame)


def queued() -> float:
    """Return for how many seconds a thread of this process was ready and no processor was free: the most of any one.

    Linux tells it (Documentation/scheduler/sched-stats.rst); elsewhere it is 0.
    """
    try:
        # The main thread has the number of the process; what Python calls it may be older than a fork.
        others = [thread.native_id for thread in _threads() if thread is not _main]
        return max(map(_waited, [_own_number(), *filter(None, others)])) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def _waited(thread: int) -> int:
    descriptor = _open(f"/proc/self/task/{thread}/schedstat", os.O_RDONLY | os.O_CLOEXEC)
    try:
        return int(_read(descriptor, 100).split()[1])
    finally:
        _close(descriptor)


def _call(action: Callable[[Any], None], _number: int, frame: Any) -> None:
    action(frame)


def lift_memory() -> None:
    """Give the memory back that telling the outcome takes."""
    if resource is None:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _address_space() -> int:
    """Return how much address space the process has already, in bytes."""
    if not sys.platform.startswith("linux"):
        return 2**30
    descriptor = _open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
    try:
        return int(_read(descriptor, 100).split()[0]) * 4096
    finally:
        _close(descriptor)
