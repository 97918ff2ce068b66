# fails: test_main_ends_with_its_task
# diagnosis: sleep-instead-of-await
# main sleeps a little longer than the task takes, in place of awaiting it; with a longer delay the end would be cut off.

import asyncio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


async def main():
    asyncio.create_task(task("Task A", 1))
    await asyncio.sleep(1.5)


if __name__ == "__main__":
    asyncio.run(main())
