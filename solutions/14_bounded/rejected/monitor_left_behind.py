# fails: test_leaves_nothing_behind
# diagnosis: task-not-cancelled
# A task that reports to stderr every second runs on when main returns.
import asyncio
import sys

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def monitor(tasks):
    while True:
        await asyncio.sleep(1)
        print(sum(t.done() for t in tasks), "of 10", file=sys.stderr)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    tasks = [asyncio.create_task(task(number, limit)) for number in range(10)]
    watcher = asyncio.create_task(monitor(tasks))
    print(await asyncio.gather(*tasks))


if __name__ == "__main__":
    asyncio.run(main())
