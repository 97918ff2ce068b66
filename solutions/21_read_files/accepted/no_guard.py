"""No guard: the last line runs `main`."""

import asyncio
from pathlib import Path

from given import FILES


async def task(path: Path) -> int:
    """Return the number of lines of the file, which is read off the event loop's thread."""
    text = await asyncio.to_thread(path.read_text, encoding="utf-8")
    return len(text.splitlines())


async def main() -> None:
    """Read all FILES at the same time; print "NAME: COUNT lines" for each, in order, then "total: SUM lines"."""
    counts = await asyncio.gather(*[task(path) for path in FILES])
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


asyncio.run(main())
