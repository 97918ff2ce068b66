"""anyio's move_on_after is the cancel scope; no task is made."""

import anyio
import asyncio


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            await anyio.sleep(1)
            print(f"{name} tick")
    finally:
        print(f"{name} closed")


async def main() -> None:
    with anyio.move_on_after(2.5):
        await task("worker")
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
