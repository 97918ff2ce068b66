# fails: test_main_calls_task
# diagnosis: unfinished-stub
# task is written, main is still as in the stub.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    """Download `number` while holding `limit`, and return the result."""
    async with limit:
        return await download(number)


async def main() -> None:
    """Download 0 to 9, never more than three at once, and print the list of results in order."""
    # TODO: make the limit, run task(0, limit) to task(9, limit), print the results


if __name__ == "__main__":
    asyncio.run(main())
