# fails: test_result_comes_when_it_is_ready
# diagnosis: result-not-ready
# result() is asked for after one second without awaiting: InvalidStateError.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(report.result())


if __name__ == "__main__":
    asyncio.run(main())
