"""A decorator of the learner's own takes the place; the function below it only downloads."""

import asyncio
import functools

from given import download


def holding_limit(function):
    @functools.wraps(function)
    async def wrapper(number, limit):
        async with limit:
            return await function(number, limit)

    return wrapper


@holding_limit
async def task(number: int, limit: asyncio.Semaphore) -> int:
    return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*[task(number, limit) for number in range(10)])
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
