# fails: test_called_off_keeps_nobody_out
# diagnosis: wrong-output
# Each entry notes its time before it waits for it: one that is called off keeps the time, and another one waits for nothing.

import asyncio
class RateLimiter:
    def __init__(self, rate, per):
        self.rate, self.per = rate, per
        self.times = []

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        at = loop.time()
        if len(self.times) >= self.rate:
            at = max(at, self.times[-self.rate] + self.per)
        self.times.append(at)
        await asyncio.sleep(at - loop.time())

    async def __aexit__(self, *a):
        pass

async def task(number, limiter):
    async with limiter:
        print("request", number)

async def main():
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*[task(i, limiter) for i in range(1, 8)])

if __name__ == "__main__":
    asyncio.run(main())
