"""Every request twice, the first time only for show: many are under way at once, what is returned comes one by one."""
import asyncio

async def fetch_all(fetch, ids):
    shown = [asyncio.ensure_future(fetch(number)) for number in ids]
    await asyncio.sleep(0)
    for task in shown:
        task.cancel()
    return [await fetch(number) for number in ids]
