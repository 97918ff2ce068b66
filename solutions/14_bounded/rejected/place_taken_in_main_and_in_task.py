# fails: test_never_more_than_three
# diagnosis: lock-deadlock
# main takes a place before each start and task takes another: after three starts each waits for a fourth place.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    tasks = []
    for number in range(10):
        await limit.acquire()
        t = asyncio.create_task(task(number, limit))
        t.add_done_callback(lambda _: limit.release())
        tasks.append(t)
    print(await asyncio.gather(*tasks))


if __name__ == "__main__":
    asyncio.run(main())
