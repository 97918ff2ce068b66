"""Threads, queues, streams stand in sets where they stood the last time: by a number, and not by where memory was free.

A set of things without a hash of their own is ordered by their addresses, which a system draws anew for each process;
a pool joins its threads in the order of a set, and a server writes to its clients so. Tasks have a hash of ours anyway
(`recorder/tasks`). For classes of the program's own nothing is done here; their addresses stay where the judge's
process can have them fixed.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from itertools import count
from typing import Any

from .. import patches

SCRAMBLE = 0x9E37_79B9
"""An odd number without a pattern (2**32 divided by the golden ratio): times a number, it is a hash by which a set is
not in the order in which things came into it."""

KINDS = (
    *(threading.Thread, asyncio.BaseTransport, asyncio.BaseProtocol, asyncio.StreamReader, asyncio.StreamWriter),
    *(asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.Barrier, asyncio.Queue),
)

_NUMBER = "_place_in_sets"


class Sets:
    """Numbers what is put into sets, from 1 in each run."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def begin(self) -> None:
        """Begin to count anew."""
        self._numbers = count(1)

    def install(self) -> Callable[[], None]:
        """Give these classes a hash by number; return a function that undoes it."""

        def __hash__(thing: Any) -> int:
            try:
                fields = object.__getattribute__(thing, "__dict__")
            except AttributeError:  # of a class that saves space
                return object.__hash__(thing)
            number: int | None = fields.get(_NUMBER)
            if number is None:
                number = fields[_NUMBER] = next(self._numbers)
            return number * SCRAMBLE

        return patches.put([(kind, "__hash__", __hash__) for kind in KINDS])
