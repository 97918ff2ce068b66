"""Author's driver: gives the learner's `task` queues of its own, and runs `main` with stages of another make."""

import asyncio
import inspect


async def items_come(learner, name, work, items, pause):
    """Run one stage; an item comes after each pause, and then None. Return what has come out when the stage ends."""
    inbox, outbox = asyncio.Queue(), asyncio.Queue()
    stage = asyncio.ensure_future(learner.task(name, work, inbox, outbox))
    for item in (*items, None):
        await asyncio.sleep(pause)
        inbox.put_nowait(item)
    await stage
    return [outbox.get_nowait() for _ in range(outbox.qsize())]


async def outbox_is_full(learner, name, work, items, pause):
    """Run one stage whose outbox has one place; after each pause an item is taken out. Return what has come out."""
    inbox, outbox = asyncio.Queue(), asyncio.Queue(1)
    for item in (*items, None):
        inbox.put_nowait(item)
    found, _ = await asyncio.gather(_take(outbox, len(items) + 1, pause), learner.task(name, work, inbox, outbox))
    return found


async def other_stages(learner):
    """Run `main` with stages that ask `given.work` what becomes of each item."""
    from given import work

    async def stage(name, seconds, inbox, outbox):
        if not inspect.iscoroutinefunction(inbox.get):
            return  # a queue for threads: nothing can be awaited of it
        item = await inbox.get()
        while item is not None:
            await outbox.put(await work(name, item))
            inbox.task_done()
            item = await inbox.get()
        await outbox.put(None)
        inbox.task_done()

    learner.task = stage
    await learner.main()


async def _take(queue, count, pause):
    """Take so many items, each after a pause."""
    found = []
    for _ in range(count):
        await asyncio.sleep(pause)
        found.append(await queue.get())
    return found
