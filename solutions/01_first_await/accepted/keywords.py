"""The arguments are given by keyword."""

import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay=delay)
    print(f"{name} finished")


async def main() -> None:
    await task(delay=1, name="Task A")


if __name__ == "__main__":
    asyncio.run(main())
