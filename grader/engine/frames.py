"""Frames on the stack and along awaits: which calls are under way, on which line, with which arguments.

A call is a coroutine of a recorded file, or a service that the judge hosts. Nothing here runs code of the learner's.
"""

from __future__ import annotations

import gc
import sys
import types
from asyncio import events
from collections.abc import Iterator, Mapping
from typing import Any

from .values import name_of, safe_repr

CORO_FLAGS = 0x80 | 0x100 | 0x200  # CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR (inspect.py)
PLAIN = frozenset(map(id, (type(None), bool, int, float, str, bytes)))
CONTAINERS = frozenset(map(id, (list, tuple, set, dict)))

Place = list[Any] | None


def short(value: object) -> str:
    """Write an argument as the learner would, at most 40 characters, running no code of the learner's."""
    kind = type(value)
    if id(kind) in PLAIN:
        return safe_repr(value[:50] if kind is str or kind is bytes else value, 40)  # type: ignore[index]
    if id(kind) in CONTAINERS and len(value) <= 8:  # type: ignore[arg-type]
        parts = [*value, *value.values()] if kind is dict else value  # type: ignore[attr-defined, misc]
        if all(id(type(part)) in PLAIN for part in parts):  # type: ignore[attr-defined]
            return safe_repr(value, 40)
    if kind is types.FunctionType:
        return str.__str__(value.__name__)  # type: ignore[attr-defined]
    if issubclass(kind, type):
        return name_of(value)  # type: ignore[arg-type]
    return f"<{name_of(kind)}>"


def arguments_of(frame: types.FrameType) -> str:
    """Write the arguments of a call, but for `self` and the learner's module, which a scenario gets."""
    code, values = frame.f_code, frame.f_locals
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    found = [values[name] for name in names if name in values and name != "self"]
    return ", ".join(short(value) for value in found if type(value) is not types.ModuleType)


def listed(names: list[str], limit: int = 4) -> str:
    """Write several arguments; of many, how many they are."""
    return ", ".join(names) if len(names) <= limit else f"{', '.join(names[:limit])}, … {len(names)} in all"


class Frames:
    """Reads frames of the files that are recorded."""

    def __init__(self, sources: Mapping[str, str], main_file: str) -> None:
        """Take the names of these files, and the learner's own, whose lines are preferred."""
        self._sources = sources
        self._main_file = main_file

    def is_call(self, frame: types.FrameType) -> bool:
        """Tell whether a frame is a call: a coroutine's or an async generator's of a recorded file, or a service's."""
        code = frame.f_code
        return bool(code.co_flags & CORO_FLAGS) and (
            code.co_filename in self._sources or "service_name" in code.co_freevars
        )

    def function_of(self, frame: types.FrameType) -> str:
        """Name a call's function."""
        code = frame.f_code
        if "service_name" in code.co_freevars:
            return str(frame.f_locals["service_name"]).rpartition(".")[2]
        return code.co_qualname.rpartition("<locals>.")[2]

    def arguments(self, frame: types.FrameType) -> str:
        """Write a call's arguments as the learner would."""
        if "service_name" in frame.f_code.co_freevars:
            values = frame.f_locals
            named = [f"{name}={short(value)}" for name, value in values["keywords"].items()]
            return ", ".join([*map(short, values["arguments"]), *named])
        return arguments_of(frame)

    def up(self, frame: types.FrameType | None) -> list[types.FrameType]:
        """Return the calls on the stack at `frame`, from the outermost to the innermost."""
        frames = []
        while frame is not None:
            if self.is_call(frame):
                frames.append(frame)
            elif frame.f_code.co_name == "_run" and frame.f_code is HANDLE_RUN:
                break
            frame = frame.f_back
        frames.reverse()
        return frames

    def down(self, awaitable: Any) -> tuple[list[types.FrameType], types.FrameType | None]:
        """Return the calls from the outermost to the innermost, and the library's frame that the last one awaits."""
        frames: list[types.FrameType] = []
        library: types.FrameType | None = None
        for frame in _chain(awaitable):
            if self.is_call(frame):
                frames.append(frame)
                library = None
            elif library is None:
                library = frame
        return frames, library

    def place_of(self, frame: types.FrameType | None, *, up: bool = True) -> Place:
        """Return the learner's innermost line at or above `frame`, else one of another recorded file."""
        other: Place = None
        while frame is not None:
            name = frame.f_code.co_filename
            if name == self._main_file:
                return [name, frame.f_lineno]
            if other is None and name in self._sources:
                other = [name, frame.f_lineno]
            if not up:
                break
            frame = frame.f_back
        return other

    def library_call(self, frame: types.FrameType | None) -> str:
        """Name the library's function that the learner's code called to get to `frame`: `Event.wait()`."""
        outermost = None
        while frame is not None and frame.f_code.co_filename not in self._sources:
            outermost, frame = frame, frame.f_back
        if outermost is None:
            return "a wait for another thread"
        name = _SPOKEN.get(outermost.f_code.co_name, outermost.f_code.co_name)
        if "self" not in outermost.f_locals:
            return f"{name}()"
        kinds = type(outermost.f_locals["self"]).__mro__
        kind = next(kind.__name__ for kind in kinds if f"{kind.__module__}.py" not in self._sources)
        return f"{kind.removeprefix('_Py')}.{name}()"

    def named_call(self, frame: types.FrameType | None) -> str:
        """Name the call on the learner's line with its module: `urllib.request.urlopen()`, `socket.connect()`."""
        outermost = None
        while frame is not None and frame.f_code.co_filename not in self._sources:
            outermost, frame = frame, frame.f_back
        name = self.library_call(outermost)
        if outermost is None or "." in name or " " in name:
            return name
        module = str(outermost.f_globals.get("__name__", ""))
        package = module.partition(".")[0]
        if module.startswith("grader."):  # what stands in for a function of `socket`
            package = module = "socket"
        outer = vars(sys.modules[package]).get(outermost.f_code.co_name) if package in sys.modules else None
        return f"{package if outer is not None else module}.{name}"

    def place_among(self, frames: list[types.FrameType]) -> Place:
        """Return the line of the innermost call that is the learner's own, else of the innermost one."""
        places = [place for frame in frames if (place := self.place_of(frame, up=False)) is not None]
        own = [place for place in places if place[0] == self._main_file]
        found = own or places
        return found[-1] if found else None


def frame_of(coro: Any) -> types.FrameType | None:
    """Return the frame of a coroutine or a generator."""
    return getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)


def _chain(awaitable: Any) -> Iterator[types.FrameType]:
    """Yield the frames from a coroutine down to what it waits for."""
    for _ in range(1000):
        kind = type(awaitable)
        if kind is types.CoroutineType:
            frame, following = awaitable.cr_frame, awaitable.cr_await
        elif kind is types.GeneratorType:
            frame, following = awaitable.gi_frame, awaitable.gi_yieldfrom
        elif kind is types.AsyncGeneratorType:
            frame, following = awaitable.ag_frame, awaitable.ag_await
        elif kind.__name__ in ("async_generator_asend", "async_generator_athrow", "coroutine_wrapper"):
            held = [
                o for o in gc.get_referents(awaitable) if type(o) in (types.AsyncGeneratorType, types.CoroutineType)
            ]
            if not held:
                return
            awaitable = held[0]
            continue
        else:
            return
        if frame is None:
            return
        yield frame
        awaitable = following


_SPOKEN = {"__enter__": "acquire", "__exit__": "shutdown"}
HANDLE_RUN = events.Handle._run.__code__
