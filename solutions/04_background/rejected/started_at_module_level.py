# fails: test_main_calls_task
# diagnosis: no-running-loop
# The task is created while the file is loaded, where no loop runs: RuntimeError.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


report = asyncio.create_task(task("report", 3))


async def main():
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
