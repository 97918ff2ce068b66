"""Author's driver: gives the learner's `task` a queue of its own, and runs `main` for a while."""

import asyncio


async def numbers_come(learner, name, numbers, pause):
    """Run one worker; its numbers come into the queue with a pause before each; end when all are marked as done."""
    queue = asyncio.Queue()
    worker = asyncio.ensure_future(learner.task(name, queue))
    for number in numbers:
        await asyncio.sleep(pause)
        queue.put_nowait(number)
    await queue.join()
    worker.cancel()
    await asyncio.wait([worker])


async def numbers_lie_there(learner, name, numbers):
    """Run one worker on a queue that is full already; end when all are marked as done."""
    queue = asyncio.Queue()
    for number in numbers:
        queue.put_nowait(number)
    worker = asyncio.ensure_future(learner.task(name, queue))
    await queue.join()
    worker.cancel()
    await asyncio.wait([worker])


async def main_for(learner, seconds):
    """Run `main` for so many seconds, and leave it there."""
    running = asyncio.ensure_future(learner.main())
    await asyncio.wait([running], timeout=seconds)


async def slow_to_end(learner, cleanup):
    """Run `main`; its workers need so many seconds more before they have ended."""
    quick = learner.task

    async def slow(*args, **kwargs):
        try:
            await quick(*args, **kwargs)
        finally:
            try:
                await asyncio.sleep(cleanup)
            finally:
                print("a worker has ended")

    learner.task = slow
    await learner.main()
