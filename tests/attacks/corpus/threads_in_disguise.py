"""The work is done in threads, each with an event loop of its own."""
import asyncio
from concurrent.futures import ThreadPoolExecutor

async def fetch_all(fetch, ids):
    with ThreadPoolExecutor(len(ids)) as pool:
        return list(pool.map(lambda number: asyncio.run(fetch(number)), ids))
