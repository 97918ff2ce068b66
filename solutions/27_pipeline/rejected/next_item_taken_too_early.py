# fails: test_waits_for_room
# diagnosis: wrong-output
# The put is left to a task in the background, so the stage goes on while its outbox is full.
import asyncio


async def task(name, work, inbox, outbox):
    puts = []
    while (item := await inbox.get()) is not None:
        await asyncio.sleep(work)
        print(f"{name} {item}")
        puts.append(asyncio.create_task(outbox.put(item)))
    await asyncio.gather(*puts)
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
