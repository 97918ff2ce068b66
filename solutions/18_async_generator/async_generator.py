"""Produce while you wait, and clean up when the reader leaves."""

import asyncio
from contextlib import aclosing


async def countdown(start: int, interval: float):
    """Give `start`, `start` - 1, … 1, waiting `interval` seconds before each; at the end print a line."""
    try:
        for number in range(start, 0, -1):
            await asyncio.sleep(interval)
            yield number
    finally:
        # A generator that is closed early gets an exception at its `yield`: `finally` sees every kind of end.
        print(f"countdown {start} closed")


async def task(start: int) -> None:
    """Print the first two numbers of countdown(start, 1), close it, print "task done"."""
    # Leaving an `async for` does not close the generator: it would stand at its `yield` until the event loop tidies up.
    # `aclosing` closes it at the end of the block, and waits for that.
    async with aclosing(countdown(start, 1)) as numbers:
        async for number in numbers:
            print(number)
            if number == start - 1:
                break
    print("task done")


async def main() -> None:
    """Collect countdown(3, 1) into a list and print it, then run task(5)."""
    print([number async for number in countdown(3, 1)])
    await task(5)


if __name__ == "__main__":
    asyncio.run(main())
