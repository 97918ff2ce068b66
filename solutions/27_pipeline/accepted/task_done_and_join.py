"""try and finally pass None on; task_done and join are used, though nothing asks for them."""

import asyncio


async def task(name: str, work: float, inbox: asyncio.Queue, outbox: asyncio.Queue) -> None:
    end = False
    while not end:
        item = await inbox.get()
        try:
            end = item is None
            if not end:
                await asyncio.sleep(work)
                print(f"{name} {item}")
            await outbox.put(item)
        finally:
            inbox.task_done()


async def main() -> None:
    orders: asyncio.Queue[int | None] = asyncio.Queue()
    cut: asyncio.Queue[int | None] = asyncio.Queue(maxsize=1)
    painted: asyncio.Queue[int | None] = asyncio.Queue(maxsize=1)
    packed: asyncio.Queue[int | None] = asyncio.Queue()
    stages = asyncio.gather(
        task("cut", 1, orders, cut), task("paint", 2, cut, painted), task("pack", 1, painted, packed)
    )
    for item in (*range(1, 7), None):
        orders.put_nowait(item)
    await orders.join()
    await cut.join()
    await painted.join()
    await stages
    shipped = [packed.get_nowait() for _ in range(packed.qsize())]
    assert shipped.pop() is None
    print(f"shipped {shipped}")


if __name__ == "__main__":
    asyncio.run(main())
