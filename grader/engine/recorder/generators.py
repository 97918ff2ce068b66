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

from .events import line_written, written
from .frames import Place, quoted

if TYPE_CHECKING:
    from .recorder import Recorder

NEXT = "its next item to be asked for"
BLOCK = "the end of the `async with` block"

_ENTERS = contextlib._AsyncGeneratorContextManager.__aenter__.__code__


class _Generator:
    """A generator that has begun and not ended."""

    __slots__ = ("call", "reference", "told", "waits_for")

    def __init__(self, generator: Any, call: str, waits_for: str) -> None:
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
        self._events = recorder.events
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
        call, event = self._recorder.calls.begun(
            own, self._recorder.frames.known(own.f_code), written(number), written(parent), line_written(place)
        )
        found = _Generator(generator, call, BLOCK if frame.f_code is _ENTERS else NEXT)
        self._open[id(own)] = found
        self._events.write_all([event, self._pause(id(own), found)])

    def _pause(self, key: int, generator: _Generator) -> str:
        self.paused[key] = generator
        return f'["call-paused",{self._events.stamp()},{generator.call},{quoted(generator.waits_for)}]'

    def pause_of(self, frame: types.FrameType, call: str) -> str | None:
        """Take note that a frame is no longer under way; return the event of a generator that only pauses."""
        generator = self._open.get(id(frame))
        if generator is None or generator.call != call:
            return None
        if generator.is_over():
            del self._open[id(frame)]
            return None
        return self._pause(id(frame), generator)

    def goes_on(self, frame: types.FrameType, task: str, parent: str) -> tuple[str, str] | None:
        """Take note that a frame is under way; return the call of the generator that goes on with it, and the event."""
        generator = self.paused.pop(id(frame), None)
        if generator is None:
            return None
        return generator.call, f'["call-continued",{self._events.stamp()},{generator.call},{task},{parent}]'

    def ended(self) -> list[str]:
        """Forget those that ended since the last look; return the events of their ends."""
        over = [item for item in self.paused.items() if item[1].is_over()]
        for key, _ in over:
            del self.paused[key], self._open[key]
        return [f'["call-ended",{self._events.stamp()},{generator.call}]' for _, generator in over]

    def left(self) -> None:
        """Record which are open now that the coroutine under test has ended: asyncio closes them."""
        self._events.write_all(self.ended())
        for generator in list(self.paused.values()):
            self._left(generator, "asyncio.run")

    def _left(self, generator: _Generator | None, closed_by: str) -> None:
        if generator is None or generator.told or generator.is_over():
            return
        generator.told = True
        place: Place = self._recorder.frames.place_of(generator.reference().ag_frame, up=False)  # type: ignore[union-attr]
        self._recorder.post("generator-left", None, int(generator.call), closed_by, place)

    def name_of(self, awaitable: Any) -> str | None:
        """Name the closing of a generator, where that is what a task does."""
        frames, _ = self._recorder.frames.down(awaitable)
        if not frames:
            return None
        return f"{self._recorder.frames.title(frames[0])}.aclose()"
