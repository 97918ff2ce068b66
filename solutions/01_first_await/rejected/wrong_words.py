# fails: test_task_prints_and_waits
# diagnosis: wrong-output
# The lines say "Starting Task A" and "Finished Task A", the contract has other words.

import asyncio


async def task(name, delay):
    print(f"Starting {name}")
    await asyncio.sleep(delay)
    print(f"Finished {name}")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
