# fails: test_time_inside_does_not_count
# diagnosis: over-serialised
# The times are noted on the way out, so the time spent inside counts. Seen when an entry stays inside.
import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, rate, per):
        self.places = asyncio.Semaphore(rate)
        self.per = per

    async def __aenter__(self):
        await self.places.acquire()

    async def __aexit__(self, *exc):
        asyncio.get_running_loop().call_later(self.per, self.places.release)


async def task(number, limiter):
    async with limiter:
        print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*[task(number, limiter) for number in range(1, 8)])


if __name__ == "__main__":
    asyncio.run(main())
