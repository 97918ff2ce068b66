# fails: test_main_calls_task
# diagnosis: unhandled-error
# create_task gets the function and its arguments in place of a coroutine: TypeError.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    report = asyncio.create_task(task, "report", 3)
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
