# fails: test_main_calls_task
# diagnosis: wrong-signature
# main wants the number of places as an argument.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main(places) -> None:
    limit = asyncio.Semaphore(places)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main(3))
