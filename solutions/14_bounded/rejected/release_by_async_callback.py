# fails: test_next_begins_when_one_ends
# diagnosis: coroutine-as-callback
# The release is in an async function that is given to add_done_callback; it is never awaited and no place comes back.
import asyncio
import given


async def task(number, limit):
    async def give_back(_):
        limit.release()

    await limit.acquire()
    job = asyncio.create_task(given.download(number))
    job.add_done_callback(give_back)
    return await job


async def main():
    limit = asyncio.Semaphore(3)
    print(await asyncio.gather(*[task(n, limit) for n in range(10)]))


if __name__ == "__main__":
    asyncio.run(main())
