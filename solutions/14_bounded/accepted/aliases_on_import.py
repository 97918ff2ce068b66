"""Everything is imported under another name."""

from asyncio import Semaphore as Limit
from asyncio import create_task as start
from asyncio import gather as together
from asyncio import run

from given import download as fetch


async def task(number: int, limit: Limit) -> int:
    async with limit:
        return await fetch(number)


async def main() -> None:
    limit = Limit(3)
    jobs = [start(task(number, limit)) for number in range(10)]
    results = await together(*jobs)
    print(results)


if __name__ == "__main__":
    run(main())
