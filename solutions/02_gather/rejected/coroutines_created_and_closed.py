# fails: test_main_calls_task
# diagnosis: never-awaited
# Makes both coroutines and closes them to be rid of the warning; neither of them has run.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    a = task("Task A", 2)
    b = task("Task B", 1)
    # without this there is a RuntimeWarning
    a.close()
    b.close()


if __name__ == "__main__":
    asyncio.run(main())
