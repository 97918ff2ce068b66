import asyncio
import json


async def fetch_all(fetch, ids):
    payloads = await asyncio.gather(*map(fetch, ids))
    text = await asyncio.to_thread(json.dumps, payloads)
    return await asyncio.to_thread(json.loads, text)
