# fails: test_main_runs_task
# diagnosis: unfinished-stub
# Nothing has been written yet; the stub is as it was.

"""The first await: calling a coroutine does not run it, awaiting it does."""

import asyncio


async def task(name: str, delay: float) -> None:
    """Print "NAME started", wait `delay` seconds, print "NAME finished"."""
    # TODO: print, wait without blocking the event loop, print


async def main() -> None:
    """Run Task A (1 second)."""
    # TODO: run task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
