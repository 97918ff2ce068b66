"""What may come otherwise in a run: the choices that Python and the machine leave open, made one by one and kept.

The grade comes from the run in which every choice is 0, for which this module is not needed. A job that carries a
schedule names the *knobs* that may vary. Wherever a program leaves something open, its knob makes a choice, an integer
of which 0 is the usual one: it is taken from the knob's list, and beyond that list it is drawn (where the schedule has
a seed) or 0. Every other choice than 0 is recorded, so lists made of those replay the run exactly.

    knob      one choice for each                                      its options
    sets      task, and each place in the order in which               where the task stands in sets of tasks; which
              `as_completed` starts coroutines                         coroutine is next
    ties      place among timers due at the same instant               which of those left fires next
    cost      step of a task                                           0 to 1 ms of virtual time
    threads   turn for which several threads are ready                 which of them runs
    io        place among the files and sockets ready in one poll      which of those left is next
    delays    `asyncio.sleep` of the learner's file or of given.py     0.3 to 3 times as long

What Python promises never varies: callbacks and steps of tasks run in the order in which they were scheduled, those who
wait for a lock or a queue get it in their order, the earlier of two different deadlines comes first, the bytes of a
stream keep their order. (The judge has a knob of its own: `services`, how long those take that it hosts.)
"""

from __future__ import annotations

import asyncio
import heapq
import random
import sys
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from .. import patches
from ..recorder.recorder import Recorder
from ..recorder.tasks import Task
from .loop import Observer, VirtualLoop
from .turns import Turns

FACTORS = (1.0, 1.5, 0.5, 2.0, 3.0, 0.3)
"""By how much a delay is multiplied, by choice: from R3 of the rules of fairness, the plain ones first."""

COST = 250_000
"""Nanoseconds that a step takes, times the choice."""
COSTS = 5
"""Choices of what a step costs: up to a millisecond."""

PLACES = 32
"""Choices of where a task stands in sets."""
SALT = 0x85EB_CA6B
"""An odd number without a pattern (of MurmurHash3): each choice gives a hash of its own."""

SHARES = (1.0, 0.5, 0.2)
"""How much of what a knob could change it does change, drawn for each run: some mistakes show only when little does."""

SCENARIO = "scenario.py"
"""The author's driver sets the scene: its own delays never vary."""


class Tape:
    """The choices of one knob: those that were given, then drawn ones, or zeros."""

    def __init__(self, given: Sequence[int], draw: random.Random | None) -> None:
        self._given = given
        self._draw = draw
        self._share = draw.choice(SHARES) if draw is not None else 0.0
        self.made = 0
        """How many choices were made."""

    def take(self, options: int) -> int:
        """Make the next choice among `options`: 0 is the usual one."""
        number = self.made
        self.made += 1
        if number < len(self._given):
            return min(self._given[number], options - 1)
        if self._draw is None or self._draw.random() >= self._share:
            return 0
        return self._draw.randrange(options)


class Schedule:
    """The choices of a run, and the hooks through which they are made."""

    def __init__(self, data: dict[str, Any], recorder: Recorder, turns: Turns) -> None:
        """Make a schedule of a job's `data`: `knobs`, `choices` (knob → list) and `seed` (or None)."""
        seed = data["seed"]
        self._tapes = {
            knob: Tape(data["choices"].get(knob, ()), None if seed is None else random.Random(f"{seed}/{knob}"))
            for knob in data["knobs"]
        }
        self._recorder = recorder
        self._turns = turns
        self._on = False

    def start(self) -> None:
        """Begin to vary: the coroutine under test is about to be called."""
        self._on = True

    def stop(self) -> None:
        """Vary nothing any more: the coroutine under test has ended. Record which knobs had something to choose."""
        if self._on:
            self._on = False
            for knob, tape in self._tapes.items():
                if tape.made:
                    self._recorder.post("offered", None, knob, tape.made)

    def varies(self, knob: str) -> bool:
        """Whether a knob may vary."""
        return knob in self._tapes

    def _choose(self, knob: str, options: int, tell: Callable[[int], Sequence[Any]]) -> int:
        """Make a choice; of another one than 0, `tell(choice)` says what it changes.

        That is (task, other task, usual length, actual length, what, place), the lengths in nanoseconds.
        """
        if not self._on or options < 2:
            return 0
        tape = self._tapes[knob]
        choice = tape.take(options)
        if choice:
            self._recorder.post("chose", None, knob, tape.made - 1, choice, *tell(choice))
        return choice

    def _arranged(
        self,
        knob: str,
        items: list[Any],
        who: Callable[[Any], int | None] = lambda _: None,
        line: Callable[[Any], object] = id,
    ) -> list[Any]:
        """Return items in an order that is chosen place by place; those that stand in one `line` keep theirs."""
        lines: dict[object, list[Any]] = {}
        for item in items:
            lines.setdefault(line(item), []).append(item)
        left, found = list(lines.values()), []
        while left:
            first = [queue[0] for queue in left]
            choice = self._choose(knob, len(left), partial(_overtaking, first, who))
            found.append(left[choice].pop(0))
            left = [queue for queue in left if queue]
        return found

    # --- hooks ---

    def install(self) -> Callable[[], None]:
        """Put the hooks in place that no loop is needed for, before the learner's file is loaded.

        Returns a function that undoes it.
        """
        if self.varies("sets"):
            self._recorder.task_class = self._task_class()
        if self.varies("threads"):
            self._turns.ready = self._line()
        if self.varies("delays"):
            sleep = self._sleep_function()
            return patches.put([(asyncio, "sleep", sleep), (asyncio.tasks, "sleep", sleep)])
        return lambda: None

    def observer(self, observer: Observer) -> Observer:
        """Return an observer that lets steps take time, if they may."""
        return _Slow(observer, self._step) if self.varies("cost") else observer

    def attach(self, loop: VirtualLoop) -> None:
        """Choose among what becomes ready at one instant in a loop."""
        if not self.varies("ties") and not self.varies("io"):
            return
        selector: Any = loop._selector  # type: ignore[attr-defined]
        poll = selector.select

        def select(timeout: float | None = None) -> list[Any]:
            ready = poll(timeout)
            if len(ready) > 1 and self.varies("io"):
                ready = self._arranged("io", ready)
            if self.varies("ties"):
                self._arrange_due(loop)
            return ready  # type: ignore[no-any-return]

        selector.select = select

    def arranged(self, coroutines: list[Any]) -> list[Any]:
        """Return coroutines in the order in which `as_completed` starts them: asyncio's own is that of a set."""
        return self._arranged("sets", coroutines) if self.varies("sets") else coroutines

    def _arrange_due(self, loop: Any) -> None:
        """Let timers that are due at one instant change places."""
        timers = loop._scheduled
        if not timers or timers[0].due > loop.clock.now:
            return
        groups: dict[int, list[Any]] = {}
        for timer in timers:
            if timer.due <= loop.clock.now and not timer.cancelled():
                groups.setdefault(timer.due, []).append(timer)
        for _, group in sorted(groups.items()):
            group.sort()
            orders = [timer.order for timer in group]
            arranged = self._arranged("ties", group, self._woken_by, _line_of)
            for timer, order in zip(arranged, orders, strict=True):
                timer.order = order
        heapq.heapify(timers)

    def _woken_by(self, timer: Any) -> int | None:
        """Return the task that waits for a timer, where it can be told."""
        future = timer._args[0] if timer._args else None
        for callback, _ in getattr(future, "_callbacks", None) or ():
            task = getattr(callback, "__self__", None)
            if isinstance(task, asyncio.Task):
                return self._recorder.number_of(task)
        return None

    def _task_class(self) -> type[Task]:
        choose = self._choose

        class Salted(Task):
            """A task whose place in sets is chosen."""

            def __init__(self, coro: Any, *, number: int, **options: Any) -> None:
                self.salt = SALT * choose("sets", PLACES, lambda _: (number, None, None, None, "", None))
                super().__init__(coro, number=number, **options)

            def __hash__(self) -> int:
                return super().__hash__() + self.salt

        Salted.__name__ = Salted.__qualname__ = "Task"
        return Salted

    def _line(self) -> deque[Any]:
        choose = self._choose

        class Line(deque[Any]):
            """Threads that are ready, of which any may be the next."""

            def popleft(self) -> Any:
                choice = choose("threads", len(self), lambda _: (None, None, None, None, "", None))
                self.rotate(-choice)
                following = super().popleft()
                self.rotate(choice)
                return following

        return Line(self._turns.ready)

    def _step(self, task: asyncio.Task[Any]) -> None:
        """Let a step take time."""
        if not self._turns.in_main():
            return

        def tell(choice: int) -> Sequence[Any]:
            number = self._recorder.number_of(task)
            return number, None, 0, choice * COST, "", self._recorder.standing(number)

        choice = self._choose("cost", COSTS, tell)
        if choice:
            self._turns.sleep(self._turns.clock.now + choice * COST)

    def _sleep_function(self) -> Callable[..., Any]:
        original = asyncio.sleep
        varied, frames = self._varied, self._recorder.frames

        async def sleep(delay: float, result: Any, place: Any) -> Any:
            return await original(varied(delay, place), result)  # the recorder knows this call by its name

        def begin(delay: float, result: Any = None) -> Any:
            """Wait for `delay` seconds, or as long as is chosen."""
            frame = sys._getframe(1)
            caller = frames.place_of(frame, up=False)
            ours = caller is None or caller[0] == SCENARIO
            return original(delay, result) if ours else sleep(delay, result, frames.place_of(frame))

        begin.__name__ = begin.__qualname__ = "sleep"
        return begin

    def _varied(self, delay: float, place: Any) -> float:
        if not isinstance(delay, int | float) or not 0 < delay < 1e9:
            return delay
        usual = round(delay * 1e9)
        task = self._recorder.number_of(self._recorder.current_task())

        def tell(choice: int) -> Sequence[Any]:
            return task, None, usual, round(usual * FACTORS[choice]), "", place

        choice = self._choose("delays", len(FACTORS), tell)
        return round(usual * FACTORS[choice]) / 1e9 if choice else delay


def _overtaking(first: list[Any], who: Callable[[Any], int | None], choice: int) -> Sequence[Any]:
    return who(first[choice]), who(first[0]), None, None, "", None


def _line_of(timer: Any) -> object:
    """Return what timers of one instant have in common that keep their order: the bytes of one stream do."""
    owner = getattr(timer._callback, "__self__", None)
    return id(timer if owner is None else owner)


class _Slow:
    """An observer of the loop that lets time pass in steps of tasks."""

    def __init__(self, observer: Observer, step: Callable[[asyncio.Task[Any]], None]) -> None:
        self._observer = observer
        self._step = step
        self.polled = observer.polled

    def step(self, handle: asyncio.Handle, run: Callable[[asyncio.Handle], None]) -> None:
        """Let the step that is about to run take its time."""

        def slowly(handle: asyncio.Handle) -> None:
            task = getattr(handle._callback, "__self__", None)  # type: ignore[attr-defined]
            if isinstance(task, asyncio.Task) and not task.done():
                self._step(task)
            run(handle)
            del handle, task

        self._observer.step(handle, slowly)
        del handle
