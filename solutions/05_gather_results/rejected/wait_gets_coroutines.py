# fails: test_main_calls_task
# diagnosis: wait-misuse
# asyncio.wait takes tasks, no coroutines: TypeError.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    jobs = [task("tea", 3), task("coffee", 1), task("water", 2)]
    done, pending = await asyncio.wait(jobs)
    for t in done:
        print(t.result())


if __name__ == "__main__":
    asyncio.run(main())
