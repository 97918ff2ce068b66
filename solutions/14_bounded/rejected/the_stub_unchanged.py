# fails: test_main_calls_task
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
"""Many downloads, at most three at a time."""

import asyncio

from given import download


async def task(number: int, limit: asyncio.Semaphore) -> int:
    """Download `number` while holding `limit`, and return the result."""
    # TODO: download while the limit is held, return the result


async def main() -> None:
    """Download 0 to 9, never more than three at once, and print the list of results in order."""
    # TODO: make the limit, run task(0, limit) to task(9, limit), print the results


if __name__ == "__main__":
    asyncio.run(main())
