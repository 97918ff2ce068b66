"""main starts a task only when a place of its own is free; task has a second semaphore of three."""

import asyncio

import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    limit = asyncio.Semaphore(3)
    gate = asyncio.Semaphore(3)
    tasks = []
    for number in range(10):
        await gate.acquire()
        t = asyncio.create_task(task(number, limit))
        t.add_done_callback(lambda _: gate.release())
        tasks.append(t)
    print(await asyncio.gather(*tasks))


if __name__ == "__main__":
    asyncio.run(main())
