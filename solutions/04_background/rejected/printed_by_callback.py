# fails: test_result_comes_when_it_is_ready
# diagnosis: output-order
# The callback prints the result when the task ends: with a task of half a second before "working 2".

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = asyncio.create_task(task("report", 3))
    report.add_done_callback(lambda t: print(t.result()))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    await report


if __name__ == "__main__":
    asyncio.run(main())
