# fails: test_task_holds_nobody_up
# diagnosis: over-serialised
# The pool has one thread, so the files are read one after the other. Seen where files are slow.
import asyncio
from concurrent.futures import ThreadPoolExecutor

from given import FILES

pool = ThreadPoolExecutor(max_workers=1)


def count_lines(path):
    with open(path, encoding="utf-8") as file:
        return len(file.readlines())


async def task(path):
    return await asyncio.get_running_loop().run_in_executor(pool, count_lines, path)


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
