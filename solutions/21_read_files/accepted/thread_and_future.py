"""A thread by hand, which hands its result to a future by call_soon_threadsafe."""

import asyncio
import threading
from given import FILES


def count_lines(path):
    with open(path, encoding="utf-8") as file:
        return len(file.readlines())


async def task(path):
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def in_thread():
        try:
            count = count_lines(path)
        except Exception as error:
            loop.call_soon_threadsafe(future.set_exception, error)
        else:
            loop.call_soon_threadsafe(future.set_result, count)

    threading.Thread(target=in_thread).start()
    return await future


async def main() -> None:
    counts = await asyncio.gather(*(task(path) for path in FILES))
    for path, count in zip(FILES, counts):
        print(f"{path.name}: {count} lines")
    print(f"total: {sum(counts)} lines")


if __name__ == "__main__":
    asyncio.run(main())
