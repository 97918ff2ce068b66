"""Two tasks at once: the shorter one finishes first."""

import asyncio


async def task(name: str, delay: float) -> None:
    """Print "NAME started", wait `delay` seconds, print "NAME finished"."""
    print(f"{name} started")
    # `await` hands control back to the event loop, which runs whatever else is ready until the delay is over.
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    """Run Task A (2 seconds) and Task B (1 second) at the same time."""
    # `gather` makes a task of each coroutine, so both are under way at once; the `await` waits until both have ended.
    # Two awaits in a row would start Task B only after Task A: three seconds in place of two.
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
