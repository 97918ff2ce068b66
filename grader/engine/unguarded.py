"""Runs of an exercise that stand in the file itself, without a guard: `asyncio.run(main())` as its last line.

The judge runs `main` itself, later. A run while the file is loaded would find neither services nor files, and what it
leaves in the file's globals would be there when the one that counts begins. So it is left out: the coroutine is given
up before its first line, and whoever ran it gets None.
"""

from __future__ import annotations

import asyncio
import contextlib
import inspect
from collections.abc import Callable, Collection
from typing import Any


class Unguarded:
    """The runs of the exercise's entry points while its file is loaded."""

    def __init__(self, file: str, entry_points: Collection[str]) -> None:
        self._file = file
        self._names = frozenset(entry_points)
        self._is_on = False
        self.left_out = 0
        """How many were left out."""

    def __enter__(self) -> None:
        """Leave them out from now on."""
        self._is_on = True

    def __exit__(self, *_: object) -> None:
        self._is_on = False

    def leave_out(self, future: Any, loop: Any, run: Callable[[Any], Any]) -> bool:
        """Give up what a loop is to run, if that is an entry point or leads to one; tell whether it is.

        `run` is the loop's own `run_until_complete`.
        """
        futures = getattr(future, "_children", None) or [future]  # those of `asyncio.gather`
        if not self._is_on or not any(map(self._is_run, futures)):
            return False
        self.left_out += 1
        future = asyncio.ensure_future(future, loop=loop)
        future.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            run(future)
        return True

    def _is_run(self, awaitable: Any) -> bool:
        """Whether something is a coroutine of an entry point, or of a function that names one or was given one."""
        if isinstance(awaitable, asyncio.Task):
            awaitable = awaitable.get_coro()
        if not inspect.iscoroutine(awaitable) or inspect.getcoroutinestate(awaitable) != inspect.CORO_CREATED:
            return False
        code = awaitable.cr_code
        named = code.co_names if code.co_filename == self._file else ()
        if awaitable.__name__ in self._names or not self._names.isdisjoint(named):  # a service has its function's name
            return True
        return any(map(self._is_run, inspect.getcoroutinelocals(awaitable).values()))  # `wait_for(main(), 9)`
