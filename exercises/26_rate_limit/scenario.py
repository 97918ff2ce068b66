"""Author's driver: enters the learner's `RateLimiter` at given times, and gives `task` a limiter of its own."""

import asyncio


async def entries(learner, rate, per, arrivals):
    """Come to one limiter at these times; whoever is inside calls `task` with its number."""
    limiter = learner.RateLimiter(rate, per)
    await asyncio.gather(*(_enter(learner, limiter, *entry) for entry in enumerate(arrivals)))


async def two_limiters(learner, first, second, count):
    """Come to two limiters as often at once; whoever is inside calls `task` with its number."""
    limiters = learner.RateLimiter(*first), learner.RateLimiter(*second)
    await asyncio.gather(*(_enter(learner, limiter, number) for limiter in limiters for number in range(count)))


async def called_off(learner, rate, per):
    """Fill a limiter, call off one that waits for it, and come again when it has been empty for long."""
    limiter = learner.RateLimiter(rate, per)
    await asyncio.gather(*(_enter(learner, limiter, number) for number in range(rate)))
    waiting = asyncio.ensure_future(_enter(learner, limiter, rate))
    await asyncio.sleep(per / 2)
    waiting.cancel()
    await asyncio.wait([waiting])
    await _enter(learner, limiter, rate + 1, 3 * per)


async def given_up(learner, rate, per):
    """Fill a limiter and its next turn, call off the first who waits, let another one come: who gets in too late?"""
    limiter, now = learner.RateLimiter(rate, per), asyncio.get_running_loop().time
    due, late = now() + per, []

    async def comes(number):
        await _enter(learner, limiter, number)
        if now() > due + 0.001:
            late.append(number)

    coming = [asyncio.ensure_future(comes(number)) for number in range(2 * rate)]
    await asyncio.sleep(per / 2)
    coming[rate].cancel()
    await asyncio.wait([coming.pop(rate)])
    await asyncio.gather(*coming, comes(2 * rate))
    return late


async def error_inside(learner, rate, per):
    """Let `task` fail inside a limiter, and return the class of the error that comes out."""
    try:
        await _enter(learner, learner.RateLimiter(rate, per), 0)
    except Exception as error:
        return type(error).__name__


async def one_task(learner, number):
    """Run `task` with a limiter that asks the judge when it may be entered."""
    await learner.task(number, Gate())


class Gate:
    """A limiter that asks `given.gate` on the way in and on the way out."""

    async def __aenter__(self):
        from given import gate

        await gate("enter")
        return self

    async def __aexit__(self, *_):
        from given import gate

        await gate("leave")


async def _enter(learner, limiter, number, arrival=0):
    await asyncio.sleep(arrival)
    async with limiter:
        await learner.task(number, limiter)
