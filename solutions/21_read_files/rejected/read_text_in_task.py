# fails: test_task_holds_nobody_up
# diagnosis: blocking-call
# path.read_text() looks harmless, but it opens and reads on the event loop's thread.
import asyncio
from pathlib import Path

from given import FILES


async def task(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
