# fails: test_called_off_keeps_nobody_out
# diagnosis: cleanup-missing
# The lock is given back after the sleep, without finally: one that is cancelled in it keeps it for ever.
import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, rate, per):
        self.per = per
        self.times = deque(maxlen=rate)
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        await self.lock.acquire()
        if len(self.times) == self.times.maxlen:
            await asyncio.sleep(self.times[0] + self.per - loop.time())
        self.times.append(loop.time())
        self.lock.release()
        return self

    async def __aexit__(self, *exc):
        return None


async def task(number, limiter):
    async with limiter:
        print(f"request {number}")


async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*(task(number, limiter) for number in range(1, 8)))


if __name__ == "__main__":
    asyncio.run(main())
