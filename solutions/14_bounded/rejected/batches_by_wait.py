# fails: test_next_begins_when_one_ends
# diagnosis: needless-barrier
# asyncio.wait waits for all of the three (ALL_COMPLETED) before it lets main start others.
import asyncio
from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    all_tasks = []
    running = set()
    for number in range(10):
        t = asyncio.create_task(task(number, limit))
        all_tasks.append(t)
        running.add(t)
        if len(running) == 3:
            await asyncio.wait(running, return_when=asyncio.ALL_COMPLETED)
            running.clear()
    if running:
        await asyncio.wait(running)
    print([t.result() for t in all_tasks])


if __name__ == "__main__":
    asyncio.run(main())
