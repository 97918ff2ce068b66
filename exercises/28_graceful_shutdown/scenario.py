"""Author's driver: gives the learner's `task` a signal of its own, and runs `main` with workers of another make."""

import asyncio


async def stop_after(learner, names, seconds):
    """Run a worker for each name, all at the same time; set `stop` after so many seconds, and wait for their end."""
    stop = asyncio.Event()
    if not seconds:
        stop.set()
    workers = [asyncio.ensure_future(learner.task(name, stop)) for name in names]
    if seconds:
        await asyncio.sleep(seconds)
        stop.set()
    await asyncio.gather(*workers)


async def other_workers(learner):
    """Run `main` with workers that wait for `stop`, then do what `given.last_job` says, and then have ended."""
    from given import last_job

    async def worker(name, stop):
        await stop.wait()
        await last_job(name)

    learner.task = worker
    await learner.main()
