# fails: test_task_holds_nobody_up
# diagnosis: blocking-call
# pool.submit(...).result() waits for the thread on the event loop's thread, where an await is due.
import asyncio
from concurrent.futures import ThreadPoolExecutor

from given import FILES

pool = ThreadPoolExecutor()


def count_lines(path):
    with open(path, encoding="utf-8") as file:
        return len(file.readlines())


async def task(path):
    future = pool.submit(count_lines, path)
    return future.result()


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
