"""The blocking time.sleep is handed over to a thread, so the event loop stays free."""

import asyncio
import time


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.to_thread(time.sleep, delay)
    print(f"{name} finished")


async def main() -> None:
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
