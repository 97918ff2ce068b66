"""An async generator gives the items of a queue until None; stages and main both loop over it."""

import asyncio
import itertools


async def items_of(queue):
    while True:
        item = await queue.get()
        if item is None:
            return
        yield item


async def task(name, work, inbox, outbox):
    async for item in items_of(inbox):
        await asyncio.sleep(work)
        print(name, item)
        await outbox.put(item)
    await outbox.put(None)


async def main():
    queues = [asyncio.Queue(size) for size in (0, 1, 1, 0)]
    stages = [("cut", 1), ("paint", 2), ("pack", 1)]
    for item in range(1, 7):
        await queues[0].put(item)
    await queues[0].put(None)
    await asyncio.gather(*(task(*stage, *pair) for stage, pair in zip(stages, itertools.pairwise(queues))))
    print("shipped", [item async for item in items_of(queues[-1])])


if __name__ == "__main__":
    asyncio.run(main())
