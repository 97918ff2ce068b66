# fails: test_main_calls_task
# diagnosis: gather-misuse
# Gives gather the list itself and forgets the star; gather refuses it with a TypeError and nothing starts.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    tasks = [task("Task A", 2), task("Task B", 1)]
    await asyncio.gather(tasks)


if __name__ == "__main__":
    asyncio.run(main())
