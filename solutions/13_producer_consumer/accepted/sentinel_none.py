"""main puts one None for each worker behind the numbers; a worker that meets it ends."""

import asyncio


async def task(name: str, queue: asyncio.Queue) -> None:
    while True:
        number = await queue.get()
        if number is None:
            queue.task_done()
            break
        await asyncio.sleep(1)
        print(f"{name} did {number}")
        queue.task_done()


async def main() -> None:
    queue = asyncio.Queue()
    for number in range(1, 6):
        await queue.put(number)
    for _ in range(2):
        await queue.put(None)
    await asyncio.gather(task("worker 1", queue), task("worker 2", queue))
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
