import asyncio


async def fetch_all(fetch, ids):
    """Fetch <b>all</b> & more."""
    tasks = [asyncio.create_task(fetch(number), name=f"<b>{number}</b> & co") for number in ids]
    return [await task for task in tasks]
