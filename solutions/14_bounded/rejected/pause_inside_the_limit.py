# fails: test_next_begins_when_one_ends
# diagnosis: wrong-output
# After the download the place is held half a second longer, to be kind to the server.
import asyncio

from given import download

PAUSE = 0.5


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        result = await download(number)
        await asyncio.sleep(PAUSE)
    return result


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
