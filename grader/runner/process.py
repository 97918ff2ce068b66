"""What a session needs of a runner's process, whichever way it was started."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, Protocol

Source = Literal["up", "out", "err", "status"]
"""Where bytes come from: the channel, standard output, standard error, or the word on how the process ended."""

LAST_WORDS = 1.0
"""Seconds for the channel to close once the process and its group were killed; longer, and something outlived them."""

_ADDR_NO_RANDOMIZE = 0x40000


@contextmanager
def same_addresses() -> Iterator[None]:
    """Whatever this thread starts meanwhile has its memory at the same addresses every time. Linux only.

    A set of things that have no hash of their own is ordered by addresses, and so what a program makes of it. Where
    personality(2) may not be called, as in most containers, they are drawn anew for each process. That addresses cannot
    be guessed protects nothing here: what is started runs a stranger's code anyway, and the kernel keeps it.
    """
    before = -1
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):
            import ctypes

            personality = ctypes.CDLL(None).personality
            before = personality(0xFFFFFFFF)
            if before != -1:
                personality(before | _ADDR_NO_RANDOMIZE)
    try:
        yield
    finally:
        if before != -1:
            personality(before)


class Process(Protocol):
    """A runner that was just started."""

    @property
    def pid(self) -> int | None:
        """Its number, once it is known."""

    def send(self, data: bytes) -> None:
        """Send a frame down, without waiting for the runner to read it. A runner that has ended is no error."""

    def read(self, timeout: float) -> list[tuple[Source, bytes]]:
        """Wait up to `timeout` seconds for something to read. Empty bytes: that source has ended.

        `status` gives `end STATUS` (exit status, or minus the signal) when the process has ended and was reaped, and
        `left` instead when something that it started outlived it and still holds the channel.
        """

    def interrupt(self) -> None:
        """Pass Ctrl-C on to the process, which has a session of its own; before it has started, do nothing."""

    def kill(self) -> None:
        """End the process and its group at once; they are gone when this returns."""

    def close(self) -> None:
        """Let go of every descriptor."""


def queued(pid: int | None) -> float:
    """Return for how many seconds a thread of a process was ready and no processor was free: the most of any one.

    0 where the process is gone, and where no Linux tells it (Documentation/scheduler/sched-stats.rst).
    """
    try:
        waits = [int(path.read_text().split()[1]) for path in Path(f"/proc/{pid}/task").glob("*/schedstat")]
    except (OSError, ValueError, IndexError):
        return 0.0
    return max(waits, default=0) / 1e9


def cores() -> int:
    """Return how many processes may work at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
