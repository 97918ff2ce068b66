# fails: test_task_downloads_and_returns
# diagnosis: unhandled-error
# The method is called release, not free: an AttributeError escapes from every task.
import asyncio
import given


async def task(number, limit):
    await limit.acquire()
    try:
        return await given.download(number)
    finally:
        limit.free()


async def main():
    limit = asyncio.Semaphore(3)
    print(await asyncio.gather(*[task(n, limit) for n in range(10)]))


if __name__ == "__main__":
    asyncio.run(main())
