# fails: test_result_comes_when_it_is_ready
# diagnosis: timeout-misuse
# The result is given two and a half seconds more; nothing in the contract limits it, and a slower task is cancelled.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await asyncio.wait_for(report, 2.5))


if __name__ == "__main__":
    asyncio.run(main())
