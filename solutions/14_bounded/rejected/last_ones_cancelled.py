# fails: test_prints_the_results_in_order
# diagnosis: timeout-misuse
# What has not ended after four and a half seconds is cancelled and left out of the list.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    tasks = [asyncio.create_task(task(n, limit)) for n in range(10)]
    done, pending = await asyncio.wait(tasks, timeout=4.5)
    for t in pending:
        t.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    print([t.result() for t in tasks if t in done])


if __name__ == "__main__":
    asyncio.run(main())
