# fails: test_leaves_nothing_behind
# diagnosis: wait-misuse
# FIRST_COMPLETED: main prints what has ended first and leaves the pending ones.
import asyncio
import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    tasks = [asyncio.create_task(task(n, limit)) for n in range(10)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in tasks if t in done])


if __name__ == "__main__":
    asyncio.run(main())
