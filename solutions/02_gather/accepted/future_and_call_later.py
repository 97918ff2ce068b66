"""Waiting built by hand: the loop's timer sets the result of a future."""

import asyncio


async def task(name: str, delay: float) -> None:
    loop = asyncio.get_running_loop()
    wake_up = loop.create_future()
    print(f"{name} started")
    timer = loop.call_later(delay, wake_up.set_result, None)
    try:
        await wake_up
    finally:
        timer.cancel()
    print(f"{name} finished")


async def main() -> None:
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
