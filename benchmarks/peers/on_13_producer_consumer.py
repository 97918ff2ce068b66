"""What 13_producer_consumer asks for, on the real clock."""

import asyncio
import time
from contextlib import suppress
from unittest.mock import patch

from stopwatch import about


async def main_runs_two_workers(learner, printed):
    names = []

    async def task(name, queue):
        names.append(name)
        while True:
            await queue.get()
            queue.task_done()

    with patch.object(learner, "task", task):
        await learner.main()
    assert sorted(names) == ["worker 1", "worker 2"]


async def worker_does_what_comes(learner, printed):
    queue = asyncio.Queue()
    worker = asyncio.create_task(learner.task("ann", queue))
    for number in (7, 0):
        await asyncio.sleep(0.25)
        queue.put_nowait(number)
        await asyncio.sleep(1.25)
        assert printed() == f"ann did {number}\n"
    await stopped(worker)


async def marks_what_is_done(learner, printed):
    queue = asyncio.Queue()
    for number in (7, 0):
        queue.put_nowait(number)
    begun = time.perf_counter()
    worker = asyncio.create_task(learner.task("ann", queue))
    await queue.join()
    assert about(2, begun)
    await stopped(worker)


async def worker_ends_when_cancelled(learner, printed):
    queue = asyncio.Queue()
    for number in (7, 8):
        queue.put_nowait(number)
    worker = asyncio.create_task(learner.task("ann", queue))
    await asyncio.sleep(0.5)
    await stopped(worker)
    assert queue.qsize() == 1


async def prints_the_six_lines(learner, printed):
    begun = time.perf_counter()
    await learner.main()
    *done, last = printed().splitlines()
    assert (sorted(line[-1] for line in done), last) == ([*"12345"], "all done")
    assert about(3, begun)
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def stopped(worker):
    worker.cancel()
    with suppress(asyncio.CancelledError):
        await worker


FILE = "producer_consumer"
CHECKS = (
    main_runs_two_workers,
    worker_does_what_comes,
    marks_what_is_done,
    worker_ends_when_cancelled,
    prints_the_six_lines,
)
