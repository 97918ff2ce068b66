# fails: test_lets_rate_entries_in
# diagnosis: sync-context-manager
# __enter__ and __exit__ serve `with`, not `async with`; TypeError.
import asyncio
import time


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.times = []

    def __enter__(self):
        if len(self.times) >= self.rate:
            asyncio.sleep(self.times[-self.rate] + self.per - time.monotonic())
        self.times.append(time.monotonic())

    def __exit__(self, *exc):
        pass


async def task(number, limiter):
    async with limiter:
        print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*[task(number, limiter) for number in range(1, 8)])


if __name__ == "__main__":
    asyncio.run(main())
