"""asyncio.wait for all, then each result is looked at so that no error is lost."""

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    a = asyncio.create_task(task("Task A", 2))
    b = asyncio.create_task(task("Task B", 1))
    done, pending = await asyncio.wait([a, b])
    assert not pending
    for finished in done:
        finished.result()


if __name__ == "__main__":
    asyncio.run(main())
