# fails: test_task_works_on_what_comes
# diagnosis: never-awaited
# inbox.get without await gives a coroutine, which is never None: the stage works on coroutines for ever.
import asyncio


async def task(name, work, inbox, outbox):
    while True:
        item = inbox.get()
        if item is None:
            break
        await asyncio.sleep(work)
        print(f"{name} {item}")
        await outbox.put(item)
    await outbox.put(None)


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
