# fails: test_main_calls_task
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
"""Count the lines of several files, all read at the same time."""

import asyncio
from pathlib import Path

from given import FILES


async def task(path: Path) -> int:
    """Return the number of lines of the file, which is read off the event loop's thread."""
    # TODO: count the lines without blocking the event loop, return their number


async def main() -> None:
    """Read all FILES at the same time; print "NAME: COUNT lines" for each, in order, then "total: SUM lines"."""
    # TODO: run task for all FILES at the same time, print the lines


if __name__ == "__main__":
    asyncio.run(main())
