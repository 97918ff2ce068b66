# fails: test_main_calls_task
# diagnosis: executor-misuse
# run_in_executor gets a coroutine function: the thread makes a coroutine, and that is what is printed.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    loop = asyncio.get_running_loop()
    report = loop.run_in_executor(None, task, "report", 3)
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
