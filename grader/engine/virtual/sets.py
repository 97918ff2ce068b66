"""Threads, queues, streams stand in sets where they stood the last time: by a number, and not by where memory was free.

A set of things without a hash of their own is ordered by their addresses, which a system draws anew for each process;
a pool joins its threads in the order of a set, and a server writes to its clients so. Tasks have a hash of ours anyway
(`recorder/tasks`). What is of a program's own classes alone is left as it is; its addresses are the same each time
where the judge's process can have them fixed.
"""

from __future__ import annotations

import asyncio
import concurrent.futures as pools
import queue
import threading
from collections.abc import Callable
from itertools import count
from typing import Any

from .. import patches

SCRAMBLE = 0x9E37_79B9
"""An odd number without a pattern (2**32 divided by the golden ratio): times a number, it is a hash by which a set is
not in the order in which things came into it."""

KINDS: tuple[type, ...] = (
    *(threading.Thread, threading.Event, threading.Condition, threading.Semaphore, queue.Queue, pools.Future),
    *(asyncio.BaseTransport, asyncio.BaseProtocol, asyncio.StreamReader, asyncio.StreamWriter),
    *(asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.Barrier, asyncio.Queue),
)
"""Classes of the library that are written in Python. `asyncio.Future` is not."""

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
        vars(threading.main_thread())[_NUMBER] = 0  # it is there in every run
        return patches.put([(kind, "__hash__", self._hash_after(kind)) for kind in KINDS])

    def _hash_after(self, kind: type) -> Callable[[Any], int]:
        """Return the hash of things of a kind, unless a class beside it in a program's own has one."""
        known: dict[type, Any] = {}

        def by_number(thing: Any) -> int:
            try:
                fields = object.__getattribute__(thing, "__dict__")
            except AttributeError:  # of a class that saves space
                return object.__hash__(thing)
            number: int | None = fields.get(_NUMBER)
            if number is None:
                number = int(fields.setdefault(_NUMBER, next(self._numbers)))
            return number * SCRAMBLE

        def __hash__(self: Any) -> int:
            cls = type(self)
            if cls not in known:
                following = cls.__mro__[cls.__mro__.index(kind) + 1 :]
                others = (base for base in following if base is not object and base not in KINDS)
                known[cls] = next((vars(base)["__hash__"] for base in others if "__hash__" in vars(base)), by_number)
            if known[cls] is None:
                raise TypeError(f"unhashable type: {cls.__name__!r}")
            return int(known[cls](self))

        return __hash__
