# fails: test_leaves_nothing_behind
# diagnosis: busy-polling
# sleep(0) in a loop until there is room: thousands of turns for nothing.
import asyncio
import time


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.times = []

    async def __aenter__(self):
        while True:
            now = time.monotonic()
            self.times = [t for t in self.times if now - t < self.per]
            if len(self.times) < self.rate:
                self.times.append(now)
                return
            await asyncio.sleep(0)

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
