"""Frames on the stack and along awaits: which calls are under way, on which line, with which arguments.

A call is a coroutine of a recorded file, or a service that the judge hosts. Nothing here runs code of the learner's.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import types
from asyncio import events
from collections.abc import Mapping
from json.encoder import encode_basestring_ascii
from typing import Any

from ..values import name_of, safe_repr

quoted = encode_basestring_ascii
"""Writes a text as JSON."""
ASYNC_GENERATOR = 0x200  # CO_ASYNC_GENERATOR (inspect.py)
CORO_FLAGS = 0x80 | 0x100 | ASYNC_GENERATOR  # CO_COROUTINE, CO_ITERABLE_COROUTINE
PLAIN = frozenset(map(id, (type(None), bool, int, float, str, bytes)))
COMPREHENSIONS = frozenset({"<listcomp>", "<setcomp>", "<dictcomp>"})
"""Coroutines of their own in Python 3.11, and part of the function round them afterwards, as a reader takes them."""
CONTAINERS = frozenset(map(id, (list, tuple, set, dict)))

SLEEP = asyncio.sleep.__code__
SMALL = 10**15
TIMES = (float, int)
"""Types of delays that stay what they are."""
MAX_CODES = 10_000
"""Code objects of which something is remembered; a program can make any number."""
DEEPEST = 1_000
"""Nested awaits that are followed."""

Place = list[Any] | None


def short(value: object) -> str:
    """Write an argument as the learner would, at most 40 characters, running no code of the learner's."""
    kind = type(value)
    if kind is float or (kind is int and -SMALL < value < SMALL):  # type: ignore[operator]
        return repr(value)
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
    return f"<{name_of(kind)}{_file_name(value)}>"


def _file_name(value: object) -> str:
    """Return the name of the file that a path leads to, not where that is: no two runs have the same folder."""
    pathlib, kind = sys.modules.get("pathlib"), type(value)
    # Told by `is`: a class of the program's decides what `==` does.
    if not any(kind is getattr(pathlib, name, None) for name in ("PosixPath", "WindowsPath")):
        return ""
    try:
        return f" {str(value.name)[:30]}"  # type: ignore[attr-defined]
    except Exception:  # a program may have put something else in its place
        return ""


def listed(names: list[str], limit: int = 4) -> str:
    """Write several arguments; of many, how many they are."""
    return ", ".join(names) if len(names) <= limit else f"{', '.join(names[:limit])}, … {len(names)} in all"


class Code:
    """What is known of a code object, read once: frames are looked at after every step of every task."""

    __slots__ = (
        "_places",
        "_sleeps",
        "code",
        "definition",
        "function",
        "function_text",
        "has_fs",
        "has_self",
        "is_call",
        "is_comprehension",
        "is_generator",
        "is_own",
        "is_recorded",
        "is_service",
        "lines",
        "name",
        "parameters",
        "timed",
    )

    def __init__(self, code: types.CodeType, sources: Mapping[str, str], main_file: str) -> None:
        self.code = code
        self.name = code.co_name
        self.function = code.co_qualname.rpartition("<locals>.")[2]
        self.function_text = quoted(self.function)
        names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
        self.parameters = tuple(name for name in names if name != "self")
        self.is_generator = bool(code.co_flags & ASYNC_GENERATOR)
        self.is_service = "service_name" in code.co_freevars
        self.is_recorded = code.co_filename in sources
        self.definition = f"[{quoted(code.co_filename)},{code.co_firstlineno}]" if self.is_recorded else "null"
        self.is_own = code.co_filename == main_file
        self.is_comprehension = code.co_name in COMPREHENSIONS
        called = bool(code.co_flags & CORO_FLAGS) and not self.is_comprehension
        self.is_call = called and (self.is_recorded or self.is_service)
        self.has_self = "self" in code.co_varnames
        self.has_fs = "fs" in code.co_varnames
        self.timed = "delay" in code.co_varnames
        self._places: dict[int, list[Any]] = {}
        self.lines: dict[int, str] = {}
        """Places as JSON, by the instruction on which a frame stands."""
        self._sleeps: dict[int, tuple[Any, str]] = {}

    def place(self, frame: types.FrameType) -> list[Any]:
        """Return the line on which a frame stands; finding it takes long, and a loop comes back to the same ones."""
        found = self._places.get(frame.f_lasti)
        if found is None:
            line = frame.f_lineno or _line_before(frame)
            found = self._places[frame.f_lasti] = [self.code.co_filename, line]
        return found

    def line(self, frame: types.FrameType) -> str:
        """Return the line on which a frame stands as JSON; null for one that is not recorded."""
        found = self.lines.get(frame.f_lasti)
        if found is None:
            file, line = self.place(frame)
            found = self.lines[frame.f_lasti] = f"[{quoted(file)},{line}]" if self.is_recorded else "null"
        return found

    def sleep(self, frame: types.FrameType, sleeping: Any) -> tuple[Any, str]:
        """Return the delay of a frame's sleep, and the end of its event; a loop sleeps for as long again and again."""
        delay = delay_of(sleeping)
        found = self._sleeps.get(frame.f_lasti)
        if found is None or found[0] is not delay or type(delay) not in TIMES:
            what = quoted(f"asyncio.sleep({short(delay)})")
            found = self._sleeps[frame.f_lasti] = (delay, f"{what},[],{self.line(frame)}]")
        return found


class Frames:
    """Reads frames of the files that are recorded."""

    def __init__(self) -> None:
        self._sources: Mapping[str, str] = {}
        self._main_file = ""
        self.codes: dict[int, Code] = {}

    def begin(self, sources: Mapping[str, str], main_file: str) -> None:
        """Take the names of these files, and the learner's own, whose lines are preferred."""
        self._sources = sources
        self._main_file = main_file
        self.codes.clear()

    def known(self, code: types.CodeType) -> Code:
        """Return what is known of a code object. It is kept, so that its identity is its own."""
        found = self.codes.get(id(code))
        if found is None:
            if len(self.codes) >= MAX_CODES:
                self.codes.clear()
            found = self.codes[id(code)] = Code(code, self._sources, self._main_file)
        return found

    def is_call(self, frame: types.FrameType) -> bool:
        """Tell whether a frame is a call: a coroutine's or an async generator's of a recorded file, or a service's."""
        return self.known(frame.f_code).is_call

    def title(self, frame: types.FrameType) -> str:
        """Write a call as the learner would: its function and its arguments."""
        code = self.known(frame.f_code)
        return f"{self.function_of(frame, code)}({self.arguments(frame, code)})"

    def function_of(self, frame: types.FrameType, code: Code) -> str:
        """Name a call's function."""
        return str(frame.f_locals["service_name"]).rpartition(".")[2] if code.is_service else code.function

    def arguments(self, frame: types.FrameType, code: Code) -> str:
        """Write a call's arguments as the learner would, but for `self` and the module that a scenario gets."""
        if code.is_service:
            values = frame.f_locals
            named = [f"{name}={short(value)}" for name, value in values["keywords"].items()]
            return ", ".join([*map(short, values["arguments"]), *named])
        if not code.parameters:
            return ""
        values = frame.f_locals
        told = []
        for name in code.parameters:
            value = values.get(name, frame)  # a frame is nobody's argument
            if value is not frame and type(value) is not types.ModuleType:
                told.append(short(value))
        return ", ".join(told)

    def up(self, frame: types.FrameType | None) -> list[types.FrameType]:
        """Return the calls of one task on the stack at `frame`, from the outermost to the innermost."""
        frames = []
        while frame is not None:
            code = frame.f_code
            if code.co_flags & CORO_FLAGS:
                if self.known(code).is_call:
                    frames.append(frame)
            elif id(code) in EDGES:
                break
            frame = frame.f_back
        frames.reverse()
        return frames

    def begun(self, awaitable: Any, frames: list[types.FrameType]) -> Any:
        """Follow coroutines that are calls into `frames`; return what the last one awaits."""
        codes = self.codes
        while type(awaitable) is types.CoroutineType:
            code = awaitable.cr_code
            if not (codes.get(id(code)) or self.known(code)).is_call or awaitable.cr_frame is None:
                break
            frames.append(awaitable.cr_frame)
            awaitable = awaitable.cr_await
        return awaitable

    def down(self, awaitable: Any) -> tuple[list[types.FrameType], types.FrameType | None]:
        """Return the calls from the outermost to the innermost, and the library's frame that the last one awaits."""
        frames: list[types.FrameType] = []
        library: types.FrameType | None = None
        codes = self.codes
        frame: types.FrameType | None
        for _ in range(DEEPEST):
            kind = type(awaitable)
            if kind is types.CoroutineType:
                frame, following = awaitable.cr_frame, awaitable.cr_await
                if awaitable.cr_code is SLEEP:  # it awaits no call
                    return frames, frame if library is None else library
            elif kind is types.GeneratorType:
                frame, following = awaitable.gi_frame, awaitable.gi_yieldfrom
            elif kind is types.AsyncGeneratorType:
                frame, following = awaitable.ag_frame, awaitable.ag_await
            elif kind.__name__ in _WRAPPERS:
                awaitable = _wrapped(awaitable)
                continue
            else:
                break
            if frame is None:
                break
            code = codes.get(id(frame.f_code)) or self.known(frame.f_code)
            if code.is_call:
                frames.append(frame)
                library = None
            elif library is None and not code.is_comprehension:
                library = frame
            awaitable = following
        return frames, library

    def place_of(self, frame: types.FrameType | None, *, up: bool = True) -> Place:
        """Return the learner's innermost line at or above `frame`, else one of another recorded file.

        A step of the loop does not run on behalf of the line that runs the loop.
        """
        other: Place = None
        while frame is not None and frame.f_code is not HANDLE_RUN:
            code = self.known(frame.f_code)
            if code.is_own:
                return code.place(frame)
            if other is None and code.is_recorded:
                other = code.place(frame)
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
        other: Place = None
        for frame in reversed(frames):
            code = self.known(frame.f_code)
            if code.is_own:
                return code.place(frame)
            if other is None and code.is_recorded:
                other = code.place(frame)
        return other


_sleep, _referents = asyncio.sleep, gc.get_referents


def _line_before(frame: types.FrameType) -> int:
    """Return the line before an instruction that has none, such as the jump back to the head of an `async for`."""
    code = frame.f_code
    lines = (line for start, _, line in code.co_lines() if line is not None and start <= frame.f_lasti)
    return max(enumerate(lines), default=(0, code.co_firstlineno))[1]


def _found_at() -> tuple[int, int] | None:
    """Return where the garbage collector finds a sleeping coroutine's function and delay, if it does."""
    probe = -0.5
    coroutine: Any = _sleep(probe)
    coroutine.send(None)
    held = gc.get_referents(coroutine)
    coroutine.close()
    found = [index for index, value in enumerate(held) if value is probe]
    return (held.index(_sleep), found[0]) if len(found) == 1 and _sleep in held else None


_FOUND_AT = _found_at()
_FUNCTION, _DELAY = _FOUND_AT or (0, 0)


def delay_of(sleeping: Any) -> Any:
    """Return the delay of a coroutine of `asyncio.sleep`. To ask its frame would make one, which costs three times."""
    if _FOUND_AT is None:
        return sleeping.cr_frame.f_locals["delay"]
    held = _referents(sleeping)
    if held[_FUNCTION] is _sleep:
        return held[_DELAY]
    return held[held.index(_sleep) + _DELAY - _FUNCTION]  # behind a frame that somebody asked for


def frame_of(coro: Any) -> types.FrameType | None:
    """Return the frame of a coroutine or a generator."""
    return getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)


_WRAPPERS = frozenset({"async_generator_asend", "async_generator_athrow", "coroutine_wrapper", "anext_awaitable"})


def _wrapped(awaitable: Any) -> Any:
    """Return the coroutine or generator that an awaitable of the interpreter's own stands for."""
    kinds = (types.AsyncGeneratorType, types.CoroutineType)
    held = gc.get_referents(awaitable)
    return next((value for value in held if type(value) in kinds or type(value).__name__ in _WRAPPERS), None)


_SPOKEN = {"__enter__": "acquire", "__exit__": "shutdown"}
HANDLE_RUN = events.Handle._run.__code__
EDGES = {id(HANDLE_RUN)}
"""Code below which another task's frames begin: what runs a step, and what makes a task that begins at once."""
