"""Every request twice, the first time only for show: many are under way at once, what is returned comes one by one."""
import asyncio

async def fetch_all(fetch, ids):
    shown = [asyncio.ensure_future(fetch(number)) for number in ids]
    await asyncio.sleep(0)
    for task in shown:
        task.cancel()
    payloads = []
    for number in ids[:3]:
        payloads.append(await fetch(number))
    return payloads + [task.result() if task.done() and not task.cancelled() else await fetch(n) for n, task in zip(ids[3:], shown[3:])]
