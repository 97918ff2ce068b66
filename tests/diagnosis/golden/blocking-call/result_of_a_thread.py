# line: 13
import asyncio
from concurrent.futures import ThreadPoolExecutor


def work(number: int) -> int:
    return number * number


async def task(number: int) -> int:
    with ThreadPoolExecutor() as pool:
        future = pool.submit(work, number)
        return future.result()


async def main() -> None:
    print(await asyncio.gather(task(2), task(3)))


if __name__ == "__main__":
    asyncio.run(main())
