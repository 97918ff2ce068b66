# fails: test_never_blocks
# diagnosis: blocking-call
# Only the open is handed over; the lines are read on the event loop's thread.
import asyncio

from given import FILES


async def task(path):
    file = await asyncio.to_thread(open, path, encoding="utf-8")
    with file:
        return sum(1 for line in file)


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
