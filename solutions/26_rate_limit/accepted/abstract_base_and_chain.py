"""The base class from contextlib; each entry waits for the event that the one before it sets."""

import asyncio
import sys
from contextlib import AbstractAsyncContextManager


class RateLimiter(AbstractAsyncContextManager):
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.times = []
        self.last = None

    async def __aenter__(self):
        before, mine = self.last, asyncio.Event()
        self.last = mine
        try:
            if before is not None:
                await before.wait()
            loop = asyncio.get_running_loop()
            if len(self.times) >= self.rate:
                await asyncio.sleep(max(0, self.times[-self.rate] + self.per - loop.time()))
            self.times.append(loop.time())
        finally:
            mine.set()
        return self

    async def __aexit__(self, *exc):
        return None


async def task(number, limiter):
    async with limiter as inside:
        assert inside is limiter
        sys.stdout.write(f"request {number}\n")


async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*[task(number, limiter) for number in range(1, 8)])


if __name__ == "__main__":
    asyncio.run(main())
