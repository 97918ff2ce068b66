# fails: test_waits_for_both
# diagnosis: gather-misuse
# Calls gather without await: main ends at once and the tasks are cancelled while they wait.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
