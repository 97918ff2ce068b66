# fails: test_main_calls_task
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
import asyncio


class Ticker:
    """Give 1, 2, … `count`, one every `interval` seconds, to an `async for`."""

    def __init__(self, count: int, interval: float) -> None:
        """Remember how many items there will be, and how long each one takes."""
        # TODO: remember count and interval

    # TODO: must use: the methods __aiter__ and __anext__


async def task(name: str, count: int, interval: float) -> None:
    """Print "NAME NUMBER" for each item of Ticker(count, interval)."""
    # TODO: go through Ticker(count, interval), print a line for each item


async def main() -> None:
    """Run the ticker "fast" (3 items, 1 second) and "slow" (2 items, 1.25 seconds) at the same time."""
    # TODO: run task("fast", 3, 1) and task("slow", 2, 1.25) at the same time


if __name__ == "__main__":
    asyncio.run(main())
