# fails: test_task_prints_and_waits
# diagnosis: wrong-output
# Prints other words than the exercise asks for.

import asyncio


async def task(name, delay):
    print(f"Starting {name} ...")
    await asyncio.sleep(delay)
    print(f"{name} done!")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
