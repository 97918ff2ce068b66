"""anyio's task group, cancelled by its scope when the queue is done."""

import asyncio

import anyio


async def task(name: str, queue: asyncio.Queue) -> None:
    while True:
        number = await queue.get()
        await anyio.sleep(1)
        print(f"{name} did {number}")
        queue.task_done()


async def main() -> None:
    queue = asyncio.Queue()
    for number in range(1, 6):
        queue.put_nowait(number)
    async with anyio.create_task_group() as group:
        for name in ("worker 1", "worker 2"):
            group.start_soon(task, name, queue)
        await queue.join()
        group.cancel_scope.cancel()
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
