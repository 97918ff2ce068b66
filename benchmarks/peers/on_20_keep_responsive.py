"""What 20_keep_responsive asks for, on the real clock."""

import asyncio
import time
from unittest.mock import patch

import given
from stopwatch import about


async def main_calls_task(learner, printed):
    texts = []

    async def task(text):
        texts.append(text)
        return 1

    with patch.object(learner, "task", task):
        await learner.main()
    assert sorted(texts) == ["eggs", "spam"]


async def task_returns_the_number(learner, printed):
    begun = time.perf_counter()
    assert await learner.task("ann") == 3877663347
    assert about(2, begun)


async def loop_goes_on_meanwhile(learner, printed):
    begun = time.perf_counter()
    beating = asyncio.create_task(given.heartbeat())
    await asyncio.gather(learner.task("ann"), learner.task("bob"))
    beating.cancel()
    await asyncio.wait([beating])
    assert about(2, begun)
    assert printed() == "beat\nbeat\n"


async def prints_the_four_lines(learner, printed):
    begun = time.perf_counter()
    await learner.main()
    assert printed() == "beat\nbeat\nspam 1138425661\neggs 2207570030\n"
    assert about(2, begun)
    assert asyncio.all_tasks() == {asyncio.current_task()}


FILE = "keep_responsive"
CHECKS = (main_calls_task, task_returns_the_number, loop_goes_on_meanwhile, prints_the_four_lines)
