"""as_completed collects into a dictionary; what is printed follows FILES, by sys.stdout in one call."""

import asyncio
import sys

from given import FILES


def count_lines(path):
    with open(path, encoding="utf-8") as file:
        return len(file.readlines())


async def task(path):
    return await asyncio.to_thread(count_lines, path)


async def pair(path):
    return path, await task(path)


async def main():
    counts = {}
    for ready in asyncio.as_completed([pair(path) for path in FILES]):
        path, count = await ready
        counts[path] = count
    lines = [f"{path.name}: {counts[path]} lines\n" for path in FILES]
    lines.append(f"total: {sum(counts.values())} lines\n")
    sys.stdout.writelines(lines)


if __name__ == "__main__":
    asyncio.run(main())
