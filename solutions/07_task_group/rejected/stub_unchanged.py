# fails: test_main_calls_task
# diagnosis: unfinished-stub
# Nothing has been written yet; the stub is as it was.

"""The modern way to wait for several tasks: a group that ends when all of them have ended."""

import asyncio


async def task(name: str, delay: float) -> str:
    """Wait `delay` seconds and return "NAME done"."""
    # TODO: wait without blocking the event loop, return the text


async def main() -> None:
    """Run A (2 seconds), B (1 second) and C (3 seconds) in a TaskGroup; print the results, then "all done"."""
    # TODO: start task("A", 2), task("B", 1) and task("C", 3) by create_task of an asyncio.TaskGroup (must be used);
    # when all three are done, print their results, then "all done"


if __name__ == "__main__":
    asyncio.run(main())
