# fails: test_task_holds_nobody_up
# diagnosis: blocking-call
# Only readlines is handed over; the open, which may be slow too, runs on the event loop's thread.
import asyncio

from given import FILES


async def task(path):
    with open(path, encoding="utf-8") as file:
        lines = await asyncio.to_thread(file.readlines)
    return len(lines)


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
