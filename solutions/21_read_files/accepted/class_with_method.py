"""A class holds the path; task is a plain def that returns the coroutine of its method."""

import asyncio
from pathlib import Path

from given import FILES


class TextFile:
    def __init__(self, path: Path) -> None:
        self.path = path

    def _count(self) -> int:
        with self.path.open(newline="") as file:
            number = 0
            for number, _line in enumerate(file, start=1):
                pass
            return number

    async def count(self) -> int:
        return await asyncio.to_thread(self._count)


def task(path: Path):
    return TextFile(path).count()


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
