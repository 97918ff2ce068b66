"""Author's driver: runs the learner's `task` at a gate of its own, and `main` with runners that come late."""

import asyncio


async def gate_opens_after(learner, names, delay):
    """Run `task` for these names at one gate, and open it after the delay."""
    gate = asyncio.Event()
    runners = asyncio.gather(*(learner.task(name, gate) for name in names))
    await asyncio.sleep(delay)
    gate.set()
    await runners


async def gate_is_open(learner, name):
    """Run `task` at a gate that is open already."""
    gate = asyncio.Event()
    gate.set()
    await learner.task(name, gate)


async def late_runners(learner, delay):
    """Run `main`; its runners begin only after the delay."""
    punctual = learner.task

    async def late(*args, **kwargs):
        await asyncio.sleep(delay)
        await punctual(*args, **kwargs)

    learner.task = late
    await learner.main()
