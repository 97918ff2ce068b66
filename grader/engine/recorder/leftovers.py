"""What is left when a run ends: tasks that wait, exceptions that nobody looked at, coroutines that never ran."""

from __future__ import annotations

import asyncio.events
import concurrent.futures.thread
import gc
import inspect
import threading
import types
from collections.abc import Container
from itertools import islice
from typing import Any

from ..values import name_of, safe_text
from .frames import Place
from .primitives import MAX_HELPERS
from .recorder import Recorder

_CALLERS = frozenset((asyncio.events.__file__, concurrent.futures.thread.__file__, threading.__file__))
"""Files that call what a program handed over: a callback, a function for a thread."""

MAX_WAITERS = 200
"""Tasks of which is told at most what they wait for: it goes up in one piece."""


class Leftovers:
    """Looks for what is left, and has the recorder record it."""

    def __init__(self, recorder: Recorder, sources: Container[str], main_file: str) -> None:
        """Look at what `recorder` saw.

        `sources`: names of the files that are recorded; `main_file`: the learner's, whose lines are preferred.
        """
        self._recorder = recorder
        self._sources = sources
        self._main_file = main_file

    def left_behind(self, loop: Any = None) -> None:
        """Record which tasks are unfinished now that the coroutine under test has ended; of one event loop, or of all.

        Those that asyncio made by itself, as for a connection that came in, are no matter of the program's.
        """
        for task, number in self._recorder.roster.unfinished():
            if self._recorder.roster.made_by_asyncio(number) or (loop is not None and task.get_loop() is not loop):
                continue
            frames, _, awaiting, _ = self._recorder.calls.wait_of(task)
            self._recorder.post("left-behind", None, number, awaiting, self._recorder.frames.place_among(frames))
        self._recorder.generators.left()

    def waiters(self) -> list[dict[str, Any]]:
        """Return what every unfinished task waits for, and who could end that: the fields of the model's `Waiter`."""
        recorder = self._recorder
        found: list[dict[str, Any]] = []
        for task, number in islice(recorder.roster.unfinished(), MAX_WAITERS):
            frames, library, awaiting, on = recorder.calls.wait_of(task)
            waiter = {"task": recorder.roster.name_of(number), "number": number, "awaiting": awaiting}
            waiter["place"] = recorder.frames.place_among(frames)
            helpers = [recorder.roster.helper(other, "awaited") for other in on[:MAX_HELPERS]]
            if recorder.primitives is not None and library is not None and not helpers:
                waiter.update(recorder.primitives.waited_for(library))
            else:
                waiter["on"] = helpers
            found.append(waiter)
        return found

    def never_retrieved(self) -> None:
        """Record the exceptions of tasks at which nobody looked."""
        for reference in self._recorder.failed:
            task = reference()
            if task is not None and getattr(task, "_log_traceback", False):
                error = task._exception
                text = f"{name_of(type(error))}: {safe_text(error, 200)}"
                self._recorder.post("never-retrieved", None, self._recorder.number_of(task), text)
                task._log_traceback = False

    def never_awaited(self, coro: Any) -> None:
        """Record a coroutine that was thrown away before it ran."""
        code = coro.cr_code
        place: Place = None
        for file, line, _ in coro.cr_origin or ():
            if file == self._main_file:
                place = [file, line]
                break
            if place is None and file in self._sources:
                place = [file, line]
        origin = coro.cr_origin or ()
        if place is None and code.co_filename not in self._sources and not (origin and origin[0][0] in _CALLERS):
            return
        library = code.co_filename not in self._sources and "service_name" not in code.co_freevars
        if library:
            name = code.co_qualname if "." in code.co_qualname else f"asyncio.{code.co_name}"
        else:
            frames = self._recorder.frames
            name = frames.function_of(coro.cr_frame, frames.known(code)) if coro.cr_frame else code.co_name
        self._recorder.post("never-awaited", None, name, place)

    def still_unawaited(self) -> None:
        """Record coroutines that are kept somewhere but never ran."""
        gc.collect()
        for value in gc.get_objects():
            if type(value) is types.CoroutineType and inspect.getcoroutinestate(value) == inspect.CORO_CREATED:
                self.never_awaited(value)
                value.close()
