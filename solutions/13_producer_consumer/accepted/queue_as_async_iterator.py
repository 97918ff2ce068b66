"""An asynchronous generator gives the numbers of the queue and marks them when the next one is asked for."""

import asyncio
from contextlib import aclosing


async def numbers_of(queue):
    while True:
        number = await queue.get()
        try:
            yield number
        finally:
            queue.task_done()


async def task(name, queue):
    async with aclosing(numbers_of(queue)) as numbers:
        async for number in numbers:
            await asyncio.sleep(1)
            print(f"{name} did {number}")


async def main():
    queue = asyncio.Queue()
    for number in [1, 2, 3, 4, 5]:
        queue.put_nowait(number)
    workers = asyncio.gather(task("worker 1", queue), task("worker 2", queue))
    await queue.join()
    workers.cancel()
    try:
        await workers
    except asyncio.CancelledError:
        print("all done")


if __name__ == "__main__":
    asyncio.run(main())
