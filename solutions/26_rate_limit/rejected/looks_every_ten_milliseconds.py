# fails: test_leaves_nothing_behind
# diagnosis: busy-polling
# A loop of short sleeps asks whether there is room.
import asyncio
import time


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.times = []
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        async with self.lock:
            while len([t for t in self.times if time.monotonic() - t < self.per]) >= self.rate:
                await asyncio.sleep(0.01)
            self.times.append(time.monotonic())

    async def __aexit__(self, *exc):
        pass


async def task(number, limiter):
    async with limiter:
        print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*[task(number, limiter) for number in range(1, 8)])


if __name__ == "__main__":
    asyncio.run(main())
