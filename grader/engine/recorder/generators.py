"""Async generators as calls: from the first item that is asked for to the end, and who closed one that was left.

A generator is under way only while an item is made, and pauses in between. The loop is told of each one when its first
item is asked for, and of each one that is collected before its end; both hooks are asyncio's own, and here they are
only listened to. A function under `@asynccontextmanager` is such a generator, and pauses while the block runs.
"""

from __future__ import annotations

import contextlib
import sys
import types
import weakref
from typing import TYPE_CHECKING, Any

from .events import written
from .frames import Place

if TYPE_CHECKING:
    from .recorder import Recorder

NEXT = "its next item to be asked for"
BLOCK = "the end of the `async with` block"

_ENTERS = contextlib._AsyncGeneratorContextManager.__aenter__.__code__


class _Generator:
    """A generator that has begun and not ended."""

    __slots__ = ("call", "reference", "told", "waits_for")

    def __init__(self, generator: Any, call: int, waits_for: str) -> None:
        self.reference = weakref.ref(generator)
        self.call = call
        self.waits_for = waits_for
        self.told = False

    def is_over(self) -> bool:
        generator = self.reference()
        return generator is None or generator.ag_frame is None


class Generators:
    """The async generators of a run."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._open: dict[int, _Generator] = {}
        self.paused: dict[int, _Generator] = {}
        """Those that wait for their next item to be asked for, by the identity of their frame, which they keep."""

    def clear(self) -> None:
        """Forget all."""
        self._open.clear()
        self.paused.clear()

    def attach(self, loop: Any) -> None:
        """Listen to what a loop is told."""
        begun, lost = loop._asyncgen_firstiter_hook, loop._asyncgen_finalizer_hook

        def begins(generator: Any) -> None:
            self._begins(generator, sys._getframe(1))
            begun(generator)

        def is_lost(generator: Any) -> None:
            self._is_lost(generator)
            lost(generator)

        loop._asyncgen_firstiter_hook, loop._asyncgen_finalizer_hook = begins, is_lost

    def _is_lost(self, generator: Any) -> None:
        found = self._open.get(id(generator.ag_frame))
        if found is not None:
            found.reference = weakref.ref(generator)  # the old one ended with the last reference of the program's
            self._left(found, "the garbage collector")

    def _begins(self, generator: Any, frame: types.FrameType) -> None:
        own = generator.ag_frame
        if own is None or not self._recorder.frames.is_call(own):
            return
        number, parent, place = self._recorder.calls.here(frame)
        call = self._recorder.calls.started(
            own, self._recorder.frames.known(own.f_code), number, parent, written(place)
        )
        found = _Generator(generator, call, BLOCK if frame.f_code is _ENTERS else NEXT)
        self._open[id(own)] = found
        self._pause(id(own), found)

    def _pause(self, key: int, generator: _Generator) -> None:
        self.paused[key] = generator
        self._recorder.post("call-paused", None, generator.call, generator.waits_for)

    def pauses(self, frame: types.FrameType, call: int) -> bool:
        """Take note that a frame is no longer under way; whether it is that of a generator that only pauses."""
        generator = self._open.get(id(frame))
        if generator is None or generator.call != call:
            return False
        if generator.is_over():
            del self._open[id(frame)]
            return False
        self._pause(id(frame), generator)
        return True

    def goes_on(self, frame: types.FrameType, number: int | None, parent: int | None) -> int | None:
        """Take note that a frame is under way; return the call of the generator that goes on with it."""
        generator = self.paused.pop(id(frame), None)
        if generator is None:
            return None
        self._recorder.post("call-continued", None, generator.call, number, parent)
        return generator.call

    def check(self) -> None:
        """Record the end of those that ended since the last look."""
        for key, generator in [item for item in self.paused.items() if item[1].is_over()]:
            del self.paused[key], self._open[key]
            self._recorder.post("call-ended", None, generator.call)

    def left(self) -> None:
        """Record which are open now that the coroutine under test has ended: asyncio closes them."""
        self.check()
        for generator in list(self.paused.values()):
            self._left(generator, "asyncio.run")

    def _left(self, generator: _Generator | None, closed_by: str) -> None:
        if generator is None or generator.told or generator.is_over():
            return
        generator.told = True
        place: Place = self._recorder.frames.place_of(generator.reference().ag_frame, up=False)  # type: ignore[union-attr]
        self._recorder.post("generator-left", None, generator.call, closed_by, place)

    def name_of(self, awaitable: Any) -> str | None:
        """Name the closing of a generator, where that is what a task does."""
        frames, _ = self._recorder.frames.down(awaitable)
        if not frames:
            return None
        frame = frames[0]
        return f"{self._recorder.frames.function_of(frame)}({self._recorder.frames.arguments(frame)}).aclose()"
