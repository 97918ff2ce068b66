"""The usual way: a function with open in asyncio.to_thread, gather in main."""

import asyncio

from given import FILES


def count_lines(path):
    with open(path, encoding="utf-8") as f:
        n = 0
        for line in f:
            n += 1
        return n


async def task(path):
    return await asyncio.to_thread(count_lines, path)


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
