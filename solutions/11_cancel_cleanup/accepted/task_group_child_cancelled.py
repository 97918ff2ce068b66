"""A task group waits for its cancelled child, which is no error to the group."""

import asyncio


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    finally:
        print(f"{name} closed")


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        worker = group.create_task(task("worker"))
        await asyncio.sleep(2.5)
        worker.cancel()
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
