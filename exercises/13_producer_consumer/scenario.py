"""Author's driver: gives the learner's `task` a queue of its own, and runs `main` for a while."""

import asyncio
from contextlib import suppress


async def numbers_come(learner, name, numbers, pause):
    """Run one worker; a number comes into its queue after each pause. A pause after the last one it is stopped."""
    queue = asyncio.Queue()
    worker = asyncio.ensure_future(learner.task(name, queue))
    for number in numbers:
        await asyncio.sleep(pause)
        queue.put_nowait(number)
    await asyncio.sleep(pause)
    await _stop(worker)


async def numbers_lie_there(learner, name, numbers):
    """Run one worker on a queue that is full already; end when all are marked as done."""
    queue = asyncio.Queue()
    for number in numbers:
        queue.put_nowait(number)
    worker = asyncio.ensure_future(learner.task(name, queue))
    await queue.join()
    await _stop(worker)


async def cancelled_at_work(learner, name, numbers):
    """Cancel a worker half a second after it took a number; return whether it ends, and how many numbers are left."""
    queue = asyncio.Queue()
    for number in numbers:
        queue.put_nowait(number)
    worker = asyncio.ensure_future(learner.task(name, queue))
    await asyncio.sleep(0.5)
    worker.cancel()
    await asyncio.wait([worker], timeout=10)
    return [worker.done(), queue.qsize()]


async def main_for(learner, seconds):
    """Run `main` for so many seconds, then stop it and what it started."""
    running = asyncio.ensure_future(learner.main())
    await asyncio.sleep(seconds)
    others = asyncio.all_tasks() - {running, asyncio.current_task()}
    await _stop(running)
    for other in others:
        other.cancel()
    await asyncio.gather(*others, return_exceptions=True)


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


async def _stop(task):
    """Cancel a task and wait for its end; an error that it had before comes out."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
