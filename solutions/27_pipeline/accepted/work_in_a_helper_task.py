"""The work on an item is a task of its own, which is awaited before the next item is taken."""

import asyncio


async def work_on(name, item, seconds):
    await asyncio.sleep(seconds)
    print(f"{name} {item}")
    return item


async def task(name, work, inbox, outbox):
    while True:
        item = await inbox.get()
        if item is None:
            return await outbox.put(None)
        done = asyncio.create_task(work_on(name, item, work))
        await outbox.put(await done)


async def main():
    orders, cut, painted, packed = asyncio.Queue(), asyncio.Queue(1), asyncio.Queue(1), asyncio.Queue()
    for item in [1, 2, 3, 4, 5, 6, None]:
        orders.put_nowait(item)
    stages = [
        asyncio.create_task(task("cut", 1, orders, cut)),
        asyncio.create_task(task("paint", 2, cut, painted)),
        asyncio.create_task(task("pack", 1, painted, packed)),
    ]
    shipped = []
    while (item := await packed.get()) is not None:
        shipped.append(item)
    await asyncio.gather(*stages)
    print("shipped", shipped)


if __name__ == "__main__":
    asyncio.run(main())
