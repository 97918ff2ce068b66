"""What 02_gather asks for, on the real clock."""

import asyncio
import time
from unittest.mock import patch

from stopwatch import about


async def main_calls_task(learner, printed):
    calls = []

    async def task(name, delay):
        calls.append((name, delay))

    with patch.object(learner, "task", task):
        await learner.main()
    assert sorted(calls) == [("Task A", 2), ("Task B", 1)]


async def task_prints_and_waits(learner, printed):
    for delay in (0.25, 0.5):
        begun = time.perf_counter()
        await learner.task("ann", delay)
        assert printed() == "ann started\nann finished\n"
        assert about(delay, begun)


async def tasks_overlap(learner, printed):
    begun = time.perf_counter()
    await asyncio.gather(learner.task("ann", 0.5), learner.task("bob", 0.25))
    assert printed() == "ann started\nbob started\nbob finished\nann finished\n"
    assert about(0.5, begun)


async def waits_for_both(learner, printed):
    for times in ({"Task A": 0.25, "Task B": 0.5}, {"Task A": 0.5, "Task B": 0.25}):

        async def task(name, delay, times=times):
            await asyncio.sleep(times[name])

        begun = time.perf_counter()
        with patch.object(learner, "task", task):
            await learner.main()
        assert about(0.5, begun)
        assert asyncio.all_tasks() == {asyncio.current_task()}


async def prints_the_four_lines(learner, printed):
    begun = time.perf_counter()
    await learner.main()
    assert printed() == "Task A started\nTask B started\nTask B finished\nTask A finished\n"
    assert about(2, begun)


FILE = "gather"
CHECKS = (main_calls_task, task_prints_and_waits, tasks_overlap, waits_for_both, prints_the_four_lines)
