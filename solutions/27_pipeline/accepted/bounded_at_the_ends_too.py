"""All four queues have size 1, so a feeder and a collector run beside the stages in a TaskGroup."""

import asyncio


async def task(name: str, work: float, inbox: asyncio.Queue, outbox: asyncio.Queue) -> None:
    while (item := await inbox.get()) is not None:
        await asyncio.sleep(work)
        print(f"{name} {item}")
        await outbox.put(item)
    await outbox.put(None)


async def feed(outbox: asyncio.Queue) -> None:
    for number in range(1, 7):
        await outbox.put(number)
    await outbox.put(None)


async def collect(inbox: asyncio.Queue) -> list:
    items = []
    while (item := await inbox.get()) is not None:
        items.append(item)
    return items


async def main() -> None:
    queues = [asyncio.Queue(1) for _ in range(4)]
    async with asyncio.TaskGroup() as group:
        group.create_task(feed(queues[0]))
        group.create_task(task("cut", 1, queues[0], queues[1]))
        group.create_task(task("paint", 2, queues[1], queues[2]))
        group.create_task(task("pack", 1, queues[2], queues[3]))
        shipped = group.create_task(collect(queues[3]))
    print(f"shipped {shipped.result()}")


if __name__ == "__main__":
    asyncio.run(main())
