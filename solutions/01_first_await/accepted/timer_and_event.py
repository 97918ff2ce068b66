"""A timer of the event loop sets an Event, and task waits for that."""

import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    over = asyncio.Event()
    asyncio.get_running_loop().call_later(delay, over.set)
    await over.wait()
    print(f"{name} finished")


async def main() -> None:
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
