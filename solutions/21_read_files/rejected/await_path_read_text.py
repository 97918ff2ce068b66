# fails: test_task_counts_the_lines
# diagnosis: blocking-call
# pathlib's read_text gives a str at once; awaiting it raises TypeError.
import asyncio

from given import FILES


async def task(path):
    text = await path.read_text(encoding="utf-8")
    return len(text.splitlines())


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
