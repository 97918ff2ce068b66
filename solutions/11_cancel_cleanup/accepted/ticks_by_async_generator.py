"""The ticks come from an asynchronous generator that is closed by aclosing."""

import asyncio
from contextlib import aclosing


async def ticks():
    while True:
        await asyncio.sleep(1)
        yield "tick"


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        async with aclosing(ticks()) as source:
            async for word in source:
                print(f"{name} {word}")
    finally:
        print(f"{name} closed")


async def main() -> None:
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    await asyncio.wait({worker})
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
