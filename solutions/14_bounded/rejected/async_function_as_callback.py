# fails: test_leaves_nothing_behind
# diagnosis: coroutine-as-callback
# add_done_callback gets an async function, which it calls like a plain one: no result is stored.
import asyncio

from given import download

results = {}


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def store(finished):
    results[int(finished.get_name())] = finished.result()


async def main() -> None:
    limit = asyncio.Semaphore(3)
    tasks = []
    for number in range(10):
        t = asyncio.create_task(task(number, limit), name=str(number))
        t.add_done_callback(store)
        tasks.append(t)
    await asyncio.wait(tasks)
    print([results[number] for number in sorted(results)])


if __name__ == "__main__":
    asyncio.run(main())
