"""Count the lines of several files, all read at the same time."""

import asyncio
from pathlib import Path

from given import FILES


def count_lines(path: Path) -> int:
    # An ordinary function, which may block: it runs in a thread of its own. Whatever it opens, it closes.
    with path.open(encoding="utf-8") as file:
        return sum(1 for _ in file)


async def task(path: Path) -> int:
    """Return the number of lines of the file, which is read off the event loop's thread."""
    # The thread waits for the disk; the coroutine waits for the thread, and the event loop is free meanwhile.
    return await asyncio.to_thread(count_lines, path)


async def main() -> None:
    """Read all FILES at the same time; print "NAME: COUNT lines" for each, in order, then "total: SUM lines"."""
    # One thread for each file, all at once: the slowest file says how long it takes.
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts, strict=True):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
