# fails: test_main_calls_task
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
"""So many requests a second, and no more."""

import asyncio


class RateLimiter:
    """Lets `rate` entries through in any `per` seconds: `async with limiter:` waits until its turn has come."""

    def __init__(self, rate: int, per: float) -> None:
        """Remember the two numbers, and whatever else is needed to know when the next entry is allowed."""
        # TODO: prepare the limiter

    # TODO: the methods that `async with` calls


async def task(number: int, limiter: RateLimiter) -> None:
    """Enter the limiter, and print "request NUMBER"."""
    # TODO: enter, print


async def main() -> None:
    """Send the requests 1 to 7 at the same time, 3 a second."""
    # TODO: make one limiter, run task(1, limiter) to task(7, limiter) at the same time


if __name__ == "__main__":
    asyncio.run(main())
