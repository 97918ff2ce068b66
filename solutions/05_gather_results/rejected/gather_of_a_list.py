# fails: test_main_calls_task
# diagnosis: gather-misuse
# The list is given to gather without the star: TypeError.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    jobs = [task("tea", 3), task("coffee", 1), task("water", 2)]
    results = await asyncio.gather(jobs)
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
