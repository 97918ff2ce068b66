# fails: test_lets_rate_entries_in
# diagnosis: not-a-coroutine
# __aenter__ without async gives None, which async with cannot await.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.per = per
        self.slots = [0] * rate

    def __aenter__(self):
        self.slots.append(self.slots.pop(0) + self.per)

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
