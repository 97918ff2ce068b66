# fails: test_next_begins_when_one_ends
# diagnosis: sleep-instead-of-await
# Three tasks are started each second, because a download takes a second in the example; when one ends earlier nothing begins.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    tasks = []
    for number in range(10):
        if number and number % 3 == 0:
            await asyncio.sleep(1)  # until the last three are finished
        tasks.append(asyncio.create_task(task(number, limit)))
    print([await t for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
