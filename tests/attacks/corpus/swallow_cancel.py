"""Cannot be cancelled: catches everything round every wait, shields itself, and begins again."""
import asyncio

async def _stubborn():
    while True:
        try:
            await asyncio.shield(asyncio.ensure_future(asyncio.sleep(10**6)))
        except BaseException:
            asyncio.ensure_future(_stubborn())
            continue

async def fetch_all(fetch, ids):
    tasks = [asyncio.ensure_future(_stubborn()) for _ in range(3)]
    while True:
        try:
            await asyncio.gather(*tasks)
        except BaseException:
            continue
