"""anyio.Path reads the bytes in a worker thread; newlines are counted, and one more for a rest behind the last."""

import asyncio

import anyio
from given import FILES


async def task(path):
    data = await anyio.Path(path).read_bytes()
    newlines = data.count(b"\n")
    if data and not data.endswith(b"\n"):
        newlines += 1
    return newlines


async def main():
    counts = {}

    async def count(path):
        counts[path] = await task(path)

    async with anyio.create_task_group() as tg:
        for path in FILES:
            tg.start_soon(count, path)
    for path in FILES:
        print(f"{path.name}: {counts[path]} lines")
    print(f"total: {sum(counts.values())} lines")


if __name__ == "__main__":
    asyncio.run(main())
