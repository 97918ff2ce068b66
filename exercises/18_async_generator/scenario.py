"""Author's driver: reads from the learner's `countdown`, and ends it in each way there is."""

import asyncio


async def read_all(learner, start, interval):
    """Print every number of a countdown, as it comes."""
    async for number in learner.countdown(start, interval):
        print(number)


async def close_early(learner, start, interval, numbers):
    """Take so many numbers, then close the countdown."""
    countdown = learner.countdown(start, interval)
    for _ in range(numbers):
        await anext(countdown)
    await countdown.aclose()


async def throw(learner, start, interval):
    """Take a number, then let an error happen where the countdown stands, and return what comes out."""
    countdown = learner.countdown(start, interval)
    await anext(countdown)
    try:
        await countdown.athrow(LookupError("the reader failed"))
    except Exception as error:
        return type(error).__name__
    finally:
        await countdown.aclose()


async def cancel(learner, start, interval, seconds):
    """Cancel a reader after so many seconds, and return how it ended."""
    reader = asyncio.ensure_future(_read(learner.countdown(start, interval)))
    await asyncio.sleep(seconds)
    reader.cancel()
    await asyncio.wait([reader])
    return "cancelled" if reader.cancelled() else "not cancelled"


async def _read(countdown):
    try:
        async for _ in countdown:
            pass
    finally:
        await countdown.aclose()
