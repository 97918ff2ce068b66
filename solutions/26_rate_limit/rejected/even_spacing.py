# fails: test_lets_rate_entries_in
# diagnosis: over-serialised
# One entry every third of a second, where three may go in at once.
import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.interval = per / rate
        self.next = 0

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        now = loop.time()
        at = max(now, self.next)
        self.next = at + self.interval
        if at > now:
            await asyncio.sleep(at - now)

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
