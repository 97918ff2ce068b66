"""Author's driver: cancels the learner's `task`, and runs `main` with tasks that are slow to end."""

import asyncio


async def cancelled(learner, name, delay, after):
    """Cancel `task` in the midst of its wait; return whether it ended as cancelled, once nothing works for it any more.

    A thread that it waited for cannot be cancelled, and `asyncio.run` would wait for that thread at its end.
    """
    asked = asyncio.ensure_future(learner.task(name, delay))
    await asyncio.sleep(after)
    asked.cancel()
    await asyncio.wait([asked])
    await asyncio.get_running_loop().shutdown_default_executor()
    return asked.cancelled()


async def slow_to_end(learner, seconds):
    """Run `main` with tasks that are late, and take so long to end when they are cancelled; say when each has ended."""

    async def slow(name, delay):
        try:
            await asyncio.sleep(100)
        finally:
            await asyncio.sleep(seconds)
            print(f"{name} has ended")

    learner.task = slow
    await learner.main()
    print("main has ended")
    await asyncio.sleep(2 * seconds)
