# fails: test_prints_the_list
# diagnosis: over-serialised
# main hands a Lock to the tasks, which lets only one in at a time.
import asyncio

from given import download


async def task(number: int, limit) -> int:
    # only so many downloads may run here
    async with limit:
        return await download(number)


async def main() -> None:
    lock = asyncio.Lock()
    results = await asyncio.gather(*[task(number, lock) for number in range(10)])
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
