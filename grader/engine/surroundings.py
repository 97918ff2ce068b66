"""What a run finds in its process, put back before the next one where several are made in one process.

It is not as good as a process of its own: what a program changed elsewhere in Python's library stays changed. So only
runs are made this way that take nothing but points away, and none of them takes any before it was made again alone.
"""

from __future__ import annotations

import asyncio
import atexit
import concurrent.futures.thread as pools
import gc
import os
import sys
import time
from _thread import _count
from typing import Any

_processor_time = time.process_time


class Surroundings:
    """The process as the first run finds it."""

    def __init__(self, cpu_seconds: float) -> None:
        """`cpu_seconds`: what a run may take of processor time, of which the process may have up to a second more."""
        self._until = int(cpu_seconds) + 1 - cpu_seconds
        lists: tuple[list[Any], ...] = (sys.path, sys.meta_path, gc.callbacks)
        self._lists = [(owner, owner.copy()) for owner in lists]
        self._environment = os.environ.copy()
        self._recursion = sys.getrecursionlimit()
        self._threads = _count()

    def may_go_on(self) -> bool:
        """Whether nothing of a run goes on, and the next one would have all the processor time that it may take."""
        return _processor_time() < self._until and _count() == self._threads

    def restore(self) -> None:
        """Put back what can be."""
        for owner, items in self._lists:
            owner[:] = items
        if os.environ != self._environment:
            os.environ.clear()
            os.environ.update(self._environment)
        sys.setrecursionlimit(self._recursion)
        atexit._clear()
        pools._shutdown = False  # which `_python_exit` has set
        asyncio.set_event_loop(None)
        gc.collect()
