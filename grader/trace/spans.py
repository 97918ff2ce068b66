"""Events become spans: one for each awaited call, with what it did from its start to its end.

A task is a stack of calls, of which the innermost one runs or waits; all the others wait for the call that they await.
So a `Suspended` opens a waiting stretch in every call of the stack, and a `Resumed` closes it. `Blocked` is told when
it is over, by its own start and end. What is neither is running, which takes no virtual time as a rule.

The end of the coroutine under test ends every span: what is cancelled afterwards did not finish. A script has none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from grader.model import (
    NANOSECONDS,
    Answered,
    Asked,
    Blocked,
    CallContinued,
    CallEnded,
    CallPaused,
    CallStarted,
    Event,
    Marked,
    Part,
    Place,
    Printed,
    Resumed,
    Span,
    Suspended,
    Trace,
)

from .lines import until_the_end

SHORT = NANOSECONDS // 10
"""Nanoseconds. Equal waits shorter than this that follow one another are drawn as one: polling makes thousands."""


def spans(trace: Trace) -> tuple[Span, ...]:
    """Return one span for each call, in the order in which they began."""
    build = _Build()
    for event in until_the_end(trace):
        build.take(event)
    return tuple(call.span(trace.duration_ns) for call in build.calls.values())


@dataclass(eq=False)
class _Call:
    """A call under way."""

    started: CallStarted
    parts: list[Part] = field(default_factory=list)
    lines: list[tuple[int, str]] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    wait: tuple[int, str, Place | None, bool] | None = None
    end: int | None = None
    task: int | None = None
    given_up: bool = False

    @property
    def label(self) -> str:
        return f"{self.started.function}({self.started.arguments})"

    def open(self, now: int, what: str, place: Place | None, *, inner: bool) -> None:
        self.close(now)
        self.wait = (now, what, place, inner)

    def close(self, now: int) -> None:
        if self.wait is None:
            return
        start, what, place, inner = self.wait
        self.wait = None
        self.add("waiting", start, now, what, place, join=not inner or now - start < SHORT)

    def add(
        self,
        kind: Literal["waiting", "blocked", "running"],
        start: int,
        end: int,
        what: str,
        place: Place | None,
        join: bool = False,
    ) -> None:
        """Add a stretch, and the running one before it; with `join` it makes one with an equal one before it."""
        start = max(start, self.reached)
        if end <= start:
            return
        if start > self.reached:
            self.parts.append(Part(kind="running", start=self.reached, end=start))
        last = self.parts[-1] if self.parts else None
        if join and last is not None and (last.kind, last.what, last.place) == (kind, what, place):
            self.parts[-1] = Part(kind=kind, start=last.start, end=end, what=what, place=place)
        else:
            self.parts.append(Part(kind=kind, start=start, end=end, what=what, place=place))

    @property
    def reached(self) -> int:
        return self.parts[-1].end if self.parts else self.started.time

    def span(self, run_end: int) -> Span:
        end = run_end if self.end is None else self.end
        self.close(end)
        if end > self.reached:
            self.parts.append(Part(kind="running", start=self.reached, end=end))
        started = self.started
        return Span(
            call=started.call,
            task=started.task,
            parent=started.parent,
            function=started.function,
            label=self.label,
            start=started.time,
            end=end,
            finished=self.end is not None,
            given_up=self.given_up,
            parts=tuple(self.parts),
            place=started.place,
            lines=tuple(self.lines),
            marks=tuple(self.marks),
        )


class _Build:
    """The stacks of all tasks while the events go by."""

    def __init__(self) -> None:
        self.calls: dict[int, _Call] = {}
        self._stacks: dict[int | None, list[_Call]] = {}
        self._requests: dict[int, _Call] = {}

    def take(self, event: Event) -> None:
        """Take the next event."""
        match event:
            case CallStarted():
                call = self.calls[event.call] = _Call(event, task=event.task)
                self._stacks.setdefault(event.task, []).append(call)
            case CallEnded():
                self._end(event)
            case CallPaused():
                self._pause(event)
            case CallContinued() if event.call in self.calls:
                call = self.calls[event.call]
                call.close(event.time)
                call.task = event.task
                self._stacks.setdefault(event.task, []).append(call)
            case Suspended():
                self._suspend(event)
            case Resumed():
                for call in self._stacks.get(event.task, ()):
                    call.close(event.time)
            case Blocked():
                self._block(event)
            case Asked() if event.call in self.calls:
                self._requests[event.request] = self.calls[event.call]
            case Answered(how="cancelled") if event.request in self._requests:
                self._requests[event.request].given_up = True
            case Printed(stream="stdout") if event.call in self.calls:
                self.calls[event.call].lines.append((event.time, event.text))
            case Marked() if event.call in self.calls:
                self.calls[event.call].marks.append((event.time, event.text))
            case _:
                pass

    def _end(self, event: CallEnded) -> None:
        call = self.calls.get(event.call)
        if call is None:
            return
        call.close(event.time)
        call.end = event.time
        self._drop(call)

    def _pause(self, event: CallPaused) -> None:
        call = self.calls.get(event.call)
        if call is None:
            return
        self._drop(call)
        call.open(event.time, event.awaiting, None, inner=True)

    def _drop(self, call: _Call) -> None:
        stack = self._stacks.get(call.task, [])
        if call in stack:
            del stack[stack.index(call) :]

    def _suspend(self, event: Suspended) -> None:
        stack = self._stacks.get(event.task, [])
        for call, inner in pairwise(stack):
            call.open(event.time, inner.label, inner.started.place, inner=False)
        if stack:
            stack[-1].open(event.time, event.awaiting, event.place, inner=True)

    def _block(self, event: Blocked) -> None:
        call = self.calls.get(event.call) if event.call is not None else None
        if call is None:
            return
        call.add("blocked", event.time, event.until, event.what, event.place)
        inner = call
        while (parent := self._parent_in_task(inner)) is not None:
            parent.add("waiting", event.time, event.until, inner.label, inner.started.place, join=True)
            inner = parent

    def _parent_in_task(self, call: _Call) -> _Call | None:
        parent = self.calls.get(call.started.parent) if call.started.parent is not None else None
        return parent if parent is not None and parent.started.task == call.started.task else None
