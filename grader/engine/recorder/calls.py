"""The calls under way: for each task a stack of them, and what changes in it from one look to the next.

A look takes the frames of a task's calls, outermost first. Those that are new are calls that began, those that are gone
are calls that ended. The frames are kept until the end of the step in which they end, so that their identity is theirs.
"""

from __future__ import annotations

import types
from typing import TYPE_CHECKING, Any

from .awaited import awaited
from .events import line_written, written
from .frames import Code, Place, quoted
from .tasks import has_begun, is_inner

if TYPE_CHECKING:
    from .recorder import Recorder

Entry = tuple[types.FrameType, str, Code]
"""A call under way: its frame, its number as text, and what is known of its code."""


class Calls:
    """The calls of a run."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._frames = recorder.frames
        self._stamp, self._write_all = recorder.events.stamp, recorder.events.write_all
        self._made = 0
        self.stacks: dict[int | None, list[Entry]] = {}
        """The calls of each task, outermost first; of what runs in no task, at None."""

    def clear(self) -> None:
        """Forget all."""
        self._made = 0
        self.stacks.clear()

    # --- looking ---

    def here(self, frame: types.FrameType | None) -> tuple[int | None, int | None, Place]:
        """Return (task, call, place) of the code that runs at `frame`, after a look at its calls."""
        roster = self._recorder.roster
        task = roster.current_task()
        number = roster.number_of(task)
        frames = self.up(task, frame)
        if number is not None or frames:
            self.look(number, frames)
        return number, self.innermost(number), self._frames.place_of(frame)

    def up(self, task: Any, frame: types.FrameType | None) -> list[types.FrameType]:
        """Return the calls of a task that runs at `frame`, with those of the task that waits for it in the library."""
        frames = self._frames.up(frame)
        while is_inner(task):
            task = task.host
            frames = self._frames.down(task.get_coro())[0] + frames
        return frames

    def chain(self, task: Any) -> tuple[list[types.FrameType], types.FrameType | None]:
        """Return the calls of a task and what the last one awaits, through the tasks that the library made for it."""
        while is_inner(task):
            task = task.host
        frames, library = self._frames.down(task.get_coro())
        inner = getattr(task, "inner", None)
        while inner is not None and not inner.done() and has_begun(inner):
            more, beyond = self._frames.down(inner.get_coro())
            if more or library is None:
                frames, library = frames + more, beyond
            inner = inner.inner
        return frames, library

    def look(self, number: int | None, frames: list[types.FrameType], same: int = 0) -> list[Entry]:
        """Take note which calls of a task are under way: `same` of those that were, and behind them `frames`."""
        stack = self.stacks.get(number)
        if stack is None:
            stack = self.stacks[number] = []
        new = 0
        while same < len(stack) and new < len(frames) and stack[same][0] is frames[new]:
            same += 1
            new += 1
        generators = self._recorder.generators
        stamp = self._stamp()
        told: list[str | list[Any]] = []
        while len(stack) > same:
            frame, call, code = stack.pop()
            pause = generators.pause_of(frame, call) if code.is_generator else None
            told.append(pause or f'["call-ended",{stamp},{call}]')
        if generators.paused:
            told += generators.ended()
        if new < len(frames):
            if stack:
                frame, parent, code = stack[-1]
                place = code.lines.get(frame.f_lasti) or code.line(frame)
            else:
                made_in, made_at = self._recorder.roster.parents.get(number or 0, (None, None))
                parent, place = written(made_in), line_written(made_at)
            known = self._frames.codes
            task = written(number)
            for frame in frames[new:] if new else frames:
                code = known.get(id(frame.f_code)) or self._frames.known(frame.f_code)
                gone_on = generators.goes_on(frame, task, parent) if generators.paused else None
                call, event = gone_on or self.begun(frame, code, task, parent, place)
                told.append(event)
                stack.append((frame, call, code))
                parent, place = call, code.lines.get(frame.f_lasti) or code.line(frame)
        if told:
            self._write_all(told)
        return stack

    def begun(self, frame: types.FrameType, code: Code, task: str, parent: str, place: str) -> tuple[str, str]:
        """Take note of a call that begins, awaited at `place`; return its number and its event, all as JSON."""
        self._made += 1
        call = str(self._made)
        function = quoted(self._frames.function_of(frame, code)) if code.is_service else code.function_text
        arguments = quoted(self._frames.arguments(frame, code)) if code.parameters or code.is_service else '""'
        return call, (
            f'["call-started",{self._stamp()},{call},{task},{parent},{function},{arguments},{place},{code.definition}]'
        )

    # --- asking ---

    def innermost(self, number: int | None) -> int | None:
        """Return the innermost call of a task, as it was last looked at."""
        stack = self.stacks.get(number)
        return int(stack[-1][1]) if stack else None

    def standing(self, number: int | None) -> Place:
        """Return the learner's line at which a task stood when it was last looked at."""
        return self._frames.place_among([frame for frame, _, _ in self.stacks.get(number, ())])

    def line_of(self, frame: types.FrameType | None) -> Place:
        """Return the learner's line at or above `frame`, or the one that made the task in which a library runs."""
        roster = self._recorder.roster
        return self._frames.place_of(frame) or roster.made_at(roster.number_of(roster.current_task()))

    def wait_of(self, task: Any) -> tuple[list[types.FrameType], types.FrameType | None, str, list[int]]:
        """Return a task's calls, the library's function that the last one awaits, its name, and the tasks it awaits."""
        frames, library = self.chain(task)
        return frames, library, *awaited(self._recorder, task, frames[-1] if frames else None, library)
