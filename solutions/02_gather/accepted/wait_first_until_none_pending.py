"""asyncio.wait with FIRST_COMPLETED, again and again until nothing is pending."""

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    a = asyncio.create_task(task("Task A", 2))
    b = asyncio.create_task(task("Task B", 1))
    pending = {a, b}
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for t in done:
            await t


if __name__ == "__main__":
    asyncio.run(main())
