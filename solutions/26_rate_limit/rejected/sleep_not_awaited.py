# fails: test_lets_rate_entries_in
# diagnosis: never-awaited
# asyncio.sleep without await: nobody waits, and all seven go in at once.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.per = per
        self.slots = [float("-inf")] * rate

    async def __aenter__(self):
        now = asyncio.get_running_loop().time()
        start = max(now, self.slots.pop(0) + self.per)
        self.slots.append(start)
        if start > now:
            asyncio.sleep(start - now)

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
