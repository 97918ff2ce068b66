# fails: test_prints_the_seven_lines
# diagnosis: wrong-output
# RateLimiter(1, 3) is one entry every three seconds.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.per = per
        self.slots = [float("-inf")] * rate

    async def __aenter__(self):
        now = asyncio.get_running_loop().time()
        start = max(now, self.slots.pop(0) + self.per)
        self.slots.append(start)
        await asyncio.sleep(start - now)

    async def __aexit__(self, *exc):
        pass


async def task(number, limiter):
    async with limiter:
        print(f"request {number}")


async def main():
    limiter = RateLimiter(1, 3)
    await asyncio.gather(*[task(number, limiter) for number in range(1, 8)])


if __name__ == "__main__":
    asyncio.run(main())
