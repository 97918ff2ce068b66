# fails: test_main_calls_task
# diagnosis: unfinished-stub
# Nothing has been written yet; the stub is as it was.

"""Two tasks at once: the shorter one finishes first."""

import asyncio


async def task(name: str, delay: float) -> None:
    """Print "NAME started", wait `delay` seconds, print "NAME finished"."""
    # TODO: print, wait without blocking the event loop, print


async def main() -> None:
    """Run Task A (2 seconds) and Task B (1 second) at the same time."""
    # TODO: run task("Task A", 2) and task("Task B", 1) at the same time


if __name__ == "__main__":
    asyncio.run(main())
