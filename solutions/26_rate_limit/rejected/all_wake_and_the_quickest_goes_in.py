# fails: test_first_come_first_served
# diagnosis: output-order
# All that wait sleep until the same moment and look again, without a lock: whose timer fires first goes in first.
import asyncio
import time


class RateLimiter:
    """Lets `rate` entries through in any `per` seconds: `async with limiter:` waits until its turn has come."""

    def __init__(self, rate: int, per: float) -> None:
        """Remember the two numbers, and whatever else is needed to know when the next entry is allowed."""
        self.rate = rate
        self.per = per
        self.times = []

    async def __aenter__(self):
        while len(self.times) >= self.rate:
            await asyncio.sleep(self.times[-self.rate] + self.per - time.monotonic())
            if time.monotonic() >= self.times[-self.rate] + self.per:
                break
        self.times.append(time.monotonic())

    async def __aexit__(self, *error):
        pass


async def task(number: int, limiter: RateLimiter) -> None:
    """Enter the limiter, and print "request NUMBER"."""
    async with limiter:
        print(f"request {number}")


async def main() -> None:
    """Send the requests 1 to 7 at the same time, 3 a second."""
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*[task(number, limiter) for number in range(1, 8)])


if __name__ == "__main__":
    asyncio.run(main())
