"""wait_for inside and a timeout outside: each tick is a wait for something that never comes."""

import asyncio
import sys


async def task(name: str) -> None:
    print(f"{name} opened")
    never = asyncio.Event()
    try:
        while True:
            try:
                await asyncio.wait_for(never.wait(), timeout=1)
            except asyncio.TimeoutError:
                print(f"{name} tick")
    except asyncio.CancelledError:
        print("cleaning up", file=sys.stderr)
        print(f"{name} closed")
        raise


async def main() -> None:
    try:
        async with asyncio.timeout(2.5):
            await asyncio.create_task(task(name="worker"))
    except TimeoutError:
        print("main done")


if __name__ == "__main__":
    asyncio.run(main())
