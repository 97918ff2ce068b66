# fails: test_task_prints_and_waits
# diagnosis: cpu-bound
# Computes for a long time between waiting and printing, on the event loop's thread, so nothing else can run meanwhile.

import asyncio


def checksum(text):
    total = 0
    for i in range(60_000_000):
        total = (total * 31 + len(text) + i) % 1_000_003
    return total


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    checksum(name)      # pretend that there is something to do
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
