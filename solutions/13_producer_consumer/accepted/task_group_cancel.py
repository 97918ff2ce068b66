"""A task group around the workers; they are cancelled inside it, and awaited by its end."""

import asyncio


async def task(name: str, queue: asyncio.Queue[int]) -> None:
    while True:
        number = await queue.get()
        try:
            await asyncio.sleep(1)
            print(f"{name} did {number}")
        finally:
            queue.task_done()


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        workers = [group.create_task(task(f"worker {i}", queue)) for i in range(1, 3)]
        for number in range(1, 6):
            await queue.put(number)
        await queue.join()
        for worker in workers:
            worker.cancel()
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
