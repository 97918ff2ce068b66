# fails: test_task_downloads_and_returns
# diagnosis: await-non-awaitable
# `with await limit:` is the form of Python 3.4 to 3.8; it is gone, TypeError.
import asyncio
import given


async def task(number, limit):
    with await limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    tasks = [asyncio.ensure_future(task(i, limit)) for i in range(10)]
    await asyncio.wait(tasks)
    print([t.result() for t in tasks])


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(main())
    loop.close()
