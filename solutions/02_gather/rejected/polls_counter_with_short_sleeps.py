# fails: test_never_blocks
# diagnosis: busy-polling
# Wakes up every ten milliseconds to look at a counter in place of awaiting the tasks.

import asyncio

running = 0


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def job(name, delay):
    global running
    running += 1
    await task(name, delay)
    running -= 1


async def main():
    jobs = [asyncio.create_task(job("Task A", 2)), asyncio.create_task(job("Task B", 1))]
    await asyncio.sleep(0)
    while running > 0:
        await asyncio.sleep(0.01)
    for j in jobs:
        await j


if __name__ == "__main__":
    asyncio.run(main())
