# fails: test_result_comes_when_it_is_ready
# diagnosis: sleep-instead-of-await
# A callback prints the result, and main sleeps as long as the example takes.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


def show(ended):
    print(ended.result())


async def main():
    report = asyncio.create_task(task("report", 3))
    report.add_done_callback(show)
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    await asyncio.sleep(2.05)


if __name__ == "__main__":
    asyncio.run(main())
