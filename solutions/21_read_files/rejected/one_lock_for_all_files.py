# fails: test_task_holds_nobody_up
# diagnosis: over-serialised
# "Only one thread may read at a time": a lock that nothing needs. Seen where files are slow.
import asyncio

from given import FILES

lock = asyncio.Lock()


def count_lines(path):
    with open(path, encoding="utf-8") as file:
        return len(file.readlines())


async def task(path):
    async with lock:
        return await asyncio.to_thread(count_lines, path)


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
