"""The first await: calling a coroutine does not run it, awaiting it does."""

import asyncio


async def task(name: str, delay: float) -> None:
    """Print "NAME started", wait `delay` seconds, print "NAME finished"."""
    print(f"{name} started")
    # `asyncio.sleep(delay)` alone would only make a coroutine. The `await` runs it, and leaves the event loop free for
    # others until the delay is over; `time.sleep` would keep the loop for itself.
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    """Run Task A (1 second)."""
    # The same holds for a coroutine function of one's own: its body begins to run at the `await`.
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
