# fails: test_gives_the_place_back
# diagnosis: cleanup-missing
# The learner's asynccontextmanager has no try/finally round its yield: an error in the block skips the release.
import asyncio
from contextlib import asynccontextmanager

from given import download


@asynccontextmanager
async def place(limit):
    await limit.acquire()
    yield
    limit.release()


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with place(limit):
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(task(number, limit)) for number in range(10)]
    print([t.result() for t in tasks])


if __name__ == "__main__":
    asyncio.run(main())
