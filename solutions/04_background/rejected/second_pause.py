# fails: test_result_comes_when_it_is_ready
# diagnosis: wrong-output
# There is a pause after "working 2" as well; a quick task's result comes a second late.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = asyncio.create_task(task("report", 3))
    for i in 1, 2:
        print(f"working {i}")
        await asyncio.sleep(1)
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
