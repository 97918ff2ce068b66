# fails: test_runs_all_at_the_same_time
# diagnosis: coroutine-not-started
# The coroutines are kept in a list as if they ran, and begin one by one where they are awaited.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def main():
    jobs = [task("A", 1, True), task("B", 2, False), task("C", 3, True)]
    for job in jobs:
        try:
            print(await job)
        except RuntimeError as error:
            print(error)


if __name__ == "__main__":
    asyncio.run(main())
