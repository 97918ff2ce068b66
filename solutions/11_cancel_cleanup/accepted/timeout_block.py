"""asyncio.timeout around the await: main itself is interrupted, the worker is no task of its own."""

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
    try:
        async with asyncio.timeout(2.5):
            await task("worker")
    except TimeoutError:
        pass
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
