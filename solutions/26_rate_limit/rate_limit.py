"""So many requests a second, and no more."""

import asyncio
from collections import deque


class RateLimiter:
    """Lets `rate` entries through in any `per` seconds: `async with limiter:` waits until its turn has come."""

    def __init__(self, rate: int, per: float) -> None:
        self.per = per
        # The times of the last `rate` entries: the next one depends on the oldest of them.
        self.entries: deque[float] = deque(maxlen=rate)
        self.turn = asyncio.Lock()

    async def __aenter__(self) -> None:
        # The lock is a queue: only the first of those who wait looks at the clock, and none overtakes another.
        # It is let go at the entry, so how long an entry stays inside does not matter.
        async with self.turn:
            clock = asyncio.get_running_loop().time
            if len(self.entries) == self.entries.maxlen:
                await asyncio.sleep(self.entries[0] + self.per - clock())
            self.entries.append(clock())

    async def __aexit__(self, *_: object) -> None:
        # Nothing to give back: what counts is when an entry began, not when it ends.
        pass


async def task(number: int, limiter: RateLimiter) -> None:
    """Enter the limiter, and print "request NUMBER"."""
    async with limiter:
        print(f"request {number}")


async def main() -> None:
    """Send the requests 1 to 7 at the same time, 3 a second."""
    limiter = RateLimiter(3, 1)
    await asyncio.gather(*(task(number, limiter) for number in range(1, 8)))


if __name__ == "__main__":
    asyncio.run(main())
