# fails: test_time_inside_does_not_count
# diagnosis: over-serialised
# The lock is taken on the way in and given back on the way out: one at a time. Seen when an entry stays inside.
import asyncio
import time


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.times = []
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        await self.lock.acquire()
        if len(self.times) >= self.rate:
            await asyncio.sleep(max(0, self.times[-self.rate] + self.per - time.monotonic()))
        self.times.append(time.monotonic())

    async def __aexit__(self, *exc):
        self.lock.release()


async def task(number, limiter):
    async with limiter:
        print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*[task(number, limiter) for number in range(1, 8)])


if __name__ == "__main__":
    asyncio.run(main())
