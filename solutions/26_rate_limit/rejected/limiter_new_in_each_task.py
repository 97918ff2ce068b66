# fails: test_task_enters_the_limiter
# diagnosis: parameter-ignored
# Each task makes a limiter of its own, which nobody else ever enters.
import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, rate, per):
        self.per = per
        self.times = deque(maxlen=rate)
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        async with self.lock:
            if len(self.times) == self.times.maxlen:
                await asyncio.sleep(max(0, self.times[0] + self.per - loop.time()))
            self.times.append(loop.time())

    async def __aexit__(self, *exc):
        pass


async def task(number, limiter):
    async with RateLimiter(3, 1):
        print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*[task(number, limiter) for number in range(1, 8)])


if __name__ == "__main__":
    asyncio.run(main())
