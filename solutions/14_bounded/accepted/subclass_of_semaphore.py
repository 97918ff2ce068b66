"""A Semaphore of the learner's own class that counts how many are inside."""

import asyncio
import sys

from given import download


class CountingSemaphore(asyncio.Semaphore):
    inside = 0
    most = 0

    async def acquire(self):
        await super().acquire()
        self.inside += 1
        self.most = max(self.most, self.inside)
        return True

    def release(self):
        self.inside -= 1
        super().release()


async def task(number: int, limit: asyncio.Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = CountingSemaphore(3)
    results = await asyncio.gather(*(task(number, limit) for number in range(10)))
    print(results)
    print("most at once:", limit.most, file=sys.stderr)


if __name__ == "__main__":
    asyncio.run(main())
