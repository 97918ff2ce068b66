"""The cancelled task is awaited, and its CancelledError caught in main."""

import asyncio


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    except asyncio.CancelledError:
        print(f"{name} closed")
        raise


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    try:
        await worker
    except asyncio.CancelledError:
        pass
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
