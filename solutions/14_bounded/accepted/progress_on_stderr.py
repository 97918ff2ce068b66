"""Progress goes to standard error, which is free; standard output has the one line."""

import asyncio
import sys

from given import download


def log(*words):
    print(*words, file=sys.stderr)


async def task(number: int, limit: asyncio.Semaphore) -> int:
    log("waiting", number)
    async with limit:
        log("begin", number)
        try:
            return await download(number)
        except asyncio.CancelledError:
            log("cancelled", number)
            raise
        finally:
            log("end", number)


async def main() -> None:
    limit = asyncio.Semaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)
    log("all done")


if __name__ == "__main__":
    asyncio.run(main())
