# fails: test_task_holds_the_limit
# diagnosis: parameter-ignored
# task uses a semaphore of the module and never the limit it is given; right only as long as main uses it alone.
import asyncio

from given import download

semaphore = asyncio.Semaphore(3)


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with semaphore:
        return await download(number)


async def main() -> None:
    results = await asyncio.gather(*(task(number, semaphore) for number in range(10)))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
