"""Limits that the kernel keeps: processor time, real time, memory. What the loop can count it counts itself.

A limit that is hit calls `exceeded` with its name, in the main thread, between two bytecodes: the place where the
program was can still be told. Beyond that stands the judge, who kills. Where the platform has no such timers, only the
judge does.
"""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

resource: Any = None
"""The module, where the platform has it; imported here, so that a forked runner need not."""
with contextlib.suppress(ImportError):
    import resource


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
            (signal.ITIMER_REAL, signal.SIGALRM, partial(exceeded, "wall"), (wall_seconds,)),
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
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * 4096
