# fails: test_main_calls_task
# diagnosis: wrong-loop
# Creates the tasks on a new loop that nobody runs and awaits them on the one that runs main.

import asyncio

loop = asyncio.new_event_loop()


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    a = loop.create_task(task("Task A", 2))
    b = loop.create_task(task("Task B", 1))
    await a
    await b


if __name__ == "__main__":
    asyncio.run(main())
