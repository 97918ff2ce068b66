# fails: test_prints_the_results_in_order
# diagnosis: timeout-misuse
# wait_for of 2.5 s counts the time that a task waits for its place too; the later ones time out.
import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    # a download takes 1 s; 2.5 s is more than enough
    jobs = [asyncio.wait_for(task(number, limit), 2.5) for number in range(10)]
    print(await asyncio.gather(*jobs))


if __name__ == "__main__":
    asyncio.run(main())
