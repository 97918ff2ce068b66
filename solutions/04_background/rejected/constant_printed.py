# fails: test_result_comes_when_it_is_ready
# diagnosis: hard-coded-output
# The task is awaited, but what is printed is a constant.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    job = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    await job
    print("report ready")


if __name__ == "__main__":
    asyncio.run(main())
