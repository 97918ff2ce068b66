"""Runs that checks are going to ask for, made side by side on the cores that are free, before pytest runs the checks.

Each check is called with a `submission` that notes nothing; while one waits for its run, the others go on. What they
come to is not looked at, but for this: where one does not pass, those that need it are given up. The runs are kept, and
when pytest comes to a check they are there. Nothing that comes of a check hangs on it: pytest runs every check, in
order, and takes a run that was made before only where the same one would be made now. So a check is called more than
once; one whose runs cannot be told to be the same goes only as far as that can be told, and one that computes for long
is left to pytest, which has a limit for it.
"""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable, Coroutine, Hashable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from grader.model import LimitExceeded
from grader.runner import Finished, Job

from .sameness import identity

SECONDS = 60
"""Real time that runs are made beforehand."""


STEP = 1.0
"""Real time that a check may compute in one go: a thousand times what it needs."""


class NotBeforehand(BaseException):
    """No further run of this check is made beforehand. It is no error, and no check is to catch it by accident."""


@dataclass(frozen=True, kw_only=True)
class Call:
    """A check that can be called."""

    name: str
    """Name of its function."""
    needs: tuple[str, ...]
    """Names of those that it needs."""
    call: Callable[[], Coroutine[object, object, object]]
    """Calls it, with fixtures of its own."""


class Ahead:
    """Runs of one submission, each made once."""

    def __init__(self, make: Callable[[Job], Finished], width: int) -> None:
        self._make = make
        self._under_way: set[int] = set()
        self._executor = ThreadPoolExecutor(width)
        self._futures: dict[Hashable, asyncio.Future[Finished]] = {}
        self._until = float("inf")

    async def run(self, job: Job) -> Finished:
        """Return what comes of a run. Raises NotBeforehand where it is not made beforehand."""
        loop, key = asyncio.get_running_loop(), identity(job, as_it_is=True)
        if key is None or loop.time() > self._until:
            raise NotBeforehand
        finished = await self._begun(key, job)
        if identity(job, as_it_is=True) != key:  # its services keep count of something
            self._futures.pop(key, None)
            raise NotBeforehand
        outcome = finished.trace.outcome
        if isinstance(outcome, LimitExceeded) and outcome.limit in ("cpu", "wall"):
            self._until = 0  # the last one that is made: see `Examination`
            raise NotBeforehand
        return finished

    def soon(self, job: Job) -> None:
        """Begin a run that will probably be asked for."""
        key = identity(job, as_it_is=True)
        if key is not None and asyncio.get_running_loop().time() <= self._until:
            self._begun(key, job)

    def _begun(self, key: Hashable, job: Job) -> asyncio.Future[Finished]:
        if key not in self._futures:
            self._futures[key] = asyncio.get_running_loop().run_in_executor(self._executor, self._counted, job)
        return self._futures[key]

    def _counted(self, job: Job) -> Finished:
        self._under_way.add(id(job))
        try:
            return self._make(job)
        finally:
            self._under_way.discard(id(job))

    def made(self, calls: Sequence[Call]) -> dict[Hashable, Finished]:
        """Call checks, and return the runs that they asked for, by identity."""
        try:
            with suppress(NotBeforehand):
                asyncio.run(self._call_all(calls))
        finally:
            # Of a check that was given up a run may be under way: it ends by itself.
            self._executor.shutdown(wait=not self._under_way, cancel_futures=True)
        ended = [(key, future) for key, future in self._futures.items() if not future.cancelled()]
        return {key: future.result() for key, future in ended if future.exception() is None}

    async def _call_all(self, calls: Sequence[Call]) -> None:
        self._until = asyncio.get_running_loop().time() + SECONDS
        tasks: dict[str, list[asyncio.Task[None]]] = {}
        failed: set[str] = set()

        async def call(check: Call) -> None:
            try:
                await check.call()
            except (NotBeforehand, asyncio.CancelledError):
                pass
            except (KeyboardInterrupt, SystemExit):
                raise
            except BaseException:
                give_up(check.name)

        def give_up(name: str) -> None:
            """Leave alone what needs a check that did not pass: pytest is going to skip it."""
            failed.add(name)
            for check in calls:
                if name in check.needs and check.name not in failed:
                    for task in tasks[check.name]:
                        task.cancel()
                    give_up(check.name)

        for check in calls:
            tasks.setdefault(check.name, []).append(asyncio.create_task(call(check)))
        with _no_long_steps():
            if tasks:
                await asyncio.wait([task for named in tasks.values() for task in named])


def can_be() -> bool:
    """Whether runs can be made beforehand here: where a check that never ends can be interrupted."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextmanager
def _no_long_steps() -> Iterator[None]:
    """Raise NotBeforehand in what keeps the running loop from turning."""
    turns = seen = 0

    async def turn() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(STEP / 4)

    def look(*_: object) -> None:
        nonlocal seen
        if turns == seen:
            raise NotBeforehand
        seen = turns

    turning = asyncio.create_task(turn())
    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, STEP, STEP)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        turning.cancel()
