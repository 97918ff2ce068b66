# fails: test_task_prints_and_waits
# diagnosis: wrong-output
# "started" has no newline until the wait is over: the line counts only then, at 1 s in place of 0 s.

import asyncio


async def task(name, delay):
    print(f"{name} started", end="")
    await asyncio.sleep(delay)
    print()
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
