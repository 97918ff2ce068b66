import asyncio


async def fetch_all(fetch, ids):
    return await asyncio.gather(*(fetch(number) for number in ids))
