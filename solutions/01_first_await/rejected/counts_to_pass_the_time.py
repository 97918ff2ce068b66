# fails: test_task_prints_and_waits
# diagnosis: cpu-bound
# The time is passed by counting, which keeps the event loop's thread busy; how long it takes depends on the machine.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    x = 0
    for i in range(int(delay * 200_000_000)):
        x += 1
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
