# fails: test_prints_the_list
# diagnosis: wrong-output
# "Results:" stands before the list.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(task(number, limit)) for number in range(10)]
    print("Results:", [t.result() for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
