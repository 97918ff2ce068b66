# fails: test_result_comes_when_it_is_ready
# diagnosis: result-not-ready
# asyncio.wait with a limit of 2.5 s: a slower task is not ready then, and its result is asked for all the same.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    await asyncio.wait([report], timeout=2.5)
    print(report.result())


if __name__ == "__main__":
    asyncio.run(main())
