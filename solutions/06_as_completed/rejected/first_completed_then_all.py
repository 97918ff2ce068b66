# fails: test_prints_each_when_it_is_ready
# diagnosis: handled-late
# After the first result the pending ones are waited for together, so water comes with tea at 3 s.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    tasks = [
        asyncio.create_task(task("tea", 3)),
        asyncio.create_task(task("coffee", 1)),
        asyncio.create_task(task("water", 2)),
    ]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(done.pop().result())
    await asyncio.wait(pending)
    for t in reversed(tasks):
        if t in pending:
            print(t.result())


if __name__ == "__main__":
    asyncio.run(main())
