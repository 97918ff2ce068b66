# fails: test_main_calls_task
# diagnosis: wait-misuse
# asyncio.wait takes tasks, no coroutines; TypeError.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    jobs = [task(number, limit) for number in range(10)]
    done, pending = await asyncio.wait(jobs)
    assert not pending
    print([t.result() for t in jobs])


if __name__ == "__main__":
    asyncio.run(main())
