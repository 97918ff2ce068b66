# fails: test_result_comes_when_it_is_ready
# diagnosis: sleep-instead-of-await
# The task is awaited together with sleep(2), so a quicker task is printed too late.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    results = await asyncio.gather(report, asyncio.sleep(2))
    print(results[0])


if __name__ == "__main__":
    asyncio.run(main())
