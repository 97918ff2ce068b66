import asyncio


async def fetch_all(fetch, ids):
    limit = asyncio.Semaphore(len(ids))

    async def bounded(number):
        async with limit:
            return await fetch(number)

    return await asyncio.gather(*map(bounded, ids))
