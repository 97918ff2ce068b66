"""Author's driver: goes through the learner's `Ticker`."""

import asyncio


async def one_ticker(learner, count, interval):
    """Print each item of one ticker, as it comes."""
    async for number in learner.Ticker(count, interval):
        print(number)


async def two_tickers(learner, first, second):
    """Print each item of two tickers that run at the same time; each is a name, a count and an interval."""

    async def items(name, count, interval):
        async for number in learner.Ticker(count, interval):
            print(name, number)

    await asyncio.gather(items(*first), items(*second))
