# fails: test_leaves_nothing_behind
# diagnosis: blocking-call
# time.sleep in __aenter__ stops every task.
import asyncio
import time


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.times = []

    async def __aenter__(self):
        if len(self.times) >= self.rate:
            time.sleep(max(0, self.times[-self.rate] + self.per - time.monotonic()))
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
