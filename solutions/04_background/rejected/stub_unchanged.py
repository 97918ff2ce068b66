# fails: test_main_calls_task
# diagnosis: unfinished-stub
# Nothing has been written yet; the stub is as it was.

"""Start it now, await it later."""

import asyncio


async def task(name: str, delay: float) -> str:
    """Wait `delay` seconds and return "NAME ready"."""
    # TODO: wait without blocking the event loop, return the text


async def main() -> None:
    """Start task("report", 3) in the background, work meanwhile, and print its result when it is there."""
    # TODO: start task("report", 3), print "working 1", wait 1 second, print "working 2", await the result and print it


if __name__ == "__main__":
    asyncio.run(main())
