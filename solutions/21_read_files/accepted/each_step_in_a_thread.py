"""Opening, reading and closing are handed over one by one; the close is in a finally."""

import asyncio

from given import FILES


async def task(path):
    file = await asyncio.to_thread(open, path, encoding="utf-8")
    try:
        lines = await asyncio.to_thread(file.readlines)
    finally:
        await asyncio.to_thread(file.close)
    return len(lines)


async def main():
    tasks = []
    for path in FILES:
        tasks.append(asyncio.create_task(task(path)))
    total = 0
    for path, t in zip(FILES, tasks):
        count = await t
        total += count
        print(f"{path.name}: {count} lines")
    print(f"total: {total} lines")


if __name__ == "__main__":
    asyncio.run(main())
