"""How a run ended: from the exception that ended it, or the line where a limit was hit, to the fields of an outcome."""

from __future__ import annotations

import ast
import sys
import threading
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from . import limits
from .blocking.blocking import Exit
from .blocking.loops import spinning_loop
from .recorder.events import EventLimit
from .recorder.leftovers import Leftovers
from .recorder.recorder import Recorder, StepLimit
from .recorder.streams import OutputLimit
from .values import safe_text, type_name
from .virtual.clock import TimeLimit
from .virtual.turns import Deadlock

_LIMITS: dict[type[BaseException], str] = {StepLimit: "steps", OutputLimit: "output", EventLimit: "events"}

CUTS: tuple[type[BaseException], ...] = (Exit, Deadlock, TimeLimit, *_LIMITS)
"""What ends a run where it stands: nothing of the program's is run any more."""


MAX_HELD = 4
"""Exceptions of a group that are told, at most."""


def _name(error: BaseException) -> str:
    return type_name(type(error)).rpartition(".")[2]


def _leaves(error: BaseException) -> Iterator[BaseException]:
    """Yield the exceptions of a group, those of groups in it too."""
    for inner in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        if isinstance(inner, BaseExceptionGroup):
            yield from _leaves(inner)
        else:
            yield inner


class Done(BaseException):
    """The run has this outcome, of which the fields are given, before it could begin."""

    def __init__(self, outcome: dict[str, Any]) -> None:
        super().__init__(outcome)
        self.outcome = outcome

    @classmethod
    def rejected(cls, code: str, message: str, name: str, place: Any = None) -> Done:
        """Return that the program could not be started: the fields of the model's `Rejected`."""
        return cls({"kind": "rejected", "code": code, "message": message, "name": name, "place": place})


ENDS: tuple[type[BaseException], ...] = (Done, *CUTS)
"""What ends a run, and is no exception of the program's."""


class Outcomes:
    """Tells outcomes, each with the learner's line: the fields of the model's `Outcome`."""

    def __init__(
        self, recorder: Recorder, leftovers: Leftovers, files: Mapping[str, str], main_file: str, virtual_limit: int
    ) -> None:
        """`virtual_limit`: the limit of virtual time, in nanoseconds."""
        self._recorder = recorder
        self._leftovers = leftovers
        self._files = files
        self._main_file = main_file
        self._virtual_limit = virtual_limit

    def spinning(self, frame: Any) -> Any:
        """Return the line of the outermost loop under way: in which of its lines the program was is a matter of luck.

        A `for` loop ends as a rule, so that one counts only where it is the outermost code of all; an `async for` does
        where no loop turns inside it.
        """
        outermost = self.outermost(frame)
        found, turns = outermost, False
        while frame is not None:
            place = self._recorder.frames.place_of(frame, up=False)
            if place is not None and place[0] == self._main_file:
                loop = spinning_loop(self._files[self._main_file], place[1])
                if loop is not None and not (loop.kind is ast.AsyncFor and turns):
                    counts = loop.kind is not ast.For or place == outermost
                    found, turns = [place[0], loop.line] if counts else outermost, not loop.gives
            frame = frame.f_back
        return found

    def outermost(self, frame: Any) -> Any:
        """Return the outermost line of the learner's under way."""
        own = other = None
        while frame is not None:
            found = self._recorder.frames.place_of(frame, up=False)
            if found is not None and found[0] == self._main_file:
                own = found
            else:
                other = found or other
            frame = frame.f_back
        return own or other

    def of(self, error: BaseException, phase: str) -> dict[str, Any]:
        """Return the fields of the outcome of a run that an exception ended, in the phase `load` or `run`."""
        limits.lift_memory()
        place = self.innermost(error)
        if isinstance(error, Deadlock):
            keys = ("task", "awaiting", "place")
            own = [dict(zip(keys, waiter, strict=True)) for waiter in error.args]
            return {"kind": "deadlocked", "waiters": [*own, *self._leftovers.waiters()]}
        if isinstance(error, TimeLimit):
            place = place or self._recorder.last_place() or self._of_threads()
            return {"kind": "timed-out", "limit_ns": self._virtual_limit, "place": place}
        if isinstance(error, MemoryError):
            return {"kind": "limit-exceeded", "limit": "memory", "place": place}
        limit = _LIMITS.get(type(error))
        if limit is not None:
            found = place or next(iter(error.args), None) or self._recorder.last_place() or self._of_threads()
            return {"kind": "limit-exceeded", "limit": limit, "place": found}
        if isinstance(error, Exit):
            return {
                "kind": "crashed",
                "status": error.status,
                "call": error.call,
                "place": error.place,
                "phase": phase,
            }
        if isinstance(error, SystemExit):
            code = error.code
            status = code if type(code) is int else int(code is not None)
            call = f"sys.exit({'' if code is None else code if type(code) is int else '…'})"
            return {"kind": "crashed", "status": status, "call": call, "place": place, "phase": phase}
        told = {"kind": "raised", "error": _name(error), "message": safe_text(error), "place": place, "phase": phase}
        held = [
            {"error": _name(inner), "message": safe_text(inner), "place": self.innermost(inner)}
            for inner in islice(_leaves(error), MAX_HELD)
        ]
        return told | {"held": held} if held else told

    def _of_threads(self) -> Any:
        """Return the line of the first thread under way that has one: the coroutines may have ended long ago."""
        frames = sys._current_frames()
        places = (self._recorder.frames.place_of(frames.get(thread.ident or 0)) for thread in threading.enumerate())
        return next((place for place in places if place is not None), None)

    def innermost(self, error: BaseException) -> Any:
        """Return the innermost line of the learner's own file that an exception came by, or of another of the files."""
        other = None
        trace = error.__traceback__
        found = None
        while trace is not None:
            name = trace.tb_frame.f_code.co_filename
            if name == self._main_file:
                found = [name, trace.tb_lineno]
            elif name in self._files:
                other = [name, trace.tb_lineno]
            trace = trace.tb_next
        if found is None and isinstance(error, BaseExceptionGroup) and error.exceptions:
            return self.innermost(error.exceptions[0])
        return found or other
