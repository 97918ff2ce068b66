# fails: test_result_comes_when_it_is_ready
# diagnosis: sleep-instead-of-await
# Two more seconds are slept before the await; right here, but too late when the task is quicker.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    await asyncio.sleep(2)
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
