# fails: test_prints_the_list
# diagnosis: sequential-awaits
# A new TaskGroup for every number: leaving its block waits for its only task.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    tasks = []
    for number in range(10):
        async with asyncio.TaskGroup() as tg:
            tasks.append(tg.create_task(task(number, limit)))
    print([t.result() for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
