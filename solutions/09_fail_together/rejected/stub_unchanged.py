# fails: test_main_calls_task
# diagnosis: unfinished-stub
# Nothing has been written yet; the stub is as it was.

"""A group fails as one, and cleans up."""

import asyncio


async def task(name: str, delay: float, ok: bool) -> None:
    """Print "NAME started", wait `delay` seconds; print "NAME finished", or raise ValueError("NAME failed").

    It raises when `ok` is false. When it is cancelled it prints "NAME cancelled", and lets the cancellation go on.
    """
    # TODO: print, wait without blocking the event loop, print or raise; tell of a cancellation, and let it go on


async def main() -> None:
    """Run A (1 second, ok), B (2 seconds, fails) and C (3 seconds, ok) in a TaskGroup; print why it was stopped."""
    # TODO: run task("A", 1, True), task("B", 2, False) and task("C", 3, True) in an asyncio.TaskGroup (must be used);
    # for each ValueError of the group print "stopped: " and its text


if __name__ == "__main__":
    asyncio.run(main())
