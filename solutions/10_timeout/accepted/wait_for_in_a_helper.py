"""The helper uses wait_for, and a TaskGroup runs two of them."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    try:
        print(await asyncio.wait_for(task(name, delay), timeout=2))
    except asyncio.TimeoutError:
        print(name, "timed out")


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(ask("fast", 1))
        tg.create_task(ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
