# fails: test_works_while_the_task_runs
# diagnosis: sequential-awaits
# gather is awaited at once, which with one coroutine is a plain await.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    results = await asyncio.gather(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(results[0])


if __name__ == "__main__":
    asyncio.run(main())
