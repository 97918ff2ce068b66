"""The same, but lets the requests for show end: all are answered in the time that is right, and nobody needed the rest."""
import asyncio

async def fetch_all(fetch, ids):
    shown = [asyncio.ensure_future(fetch(number)) for number in [*ids, *ids]]
    await asyncio.wait(shown)
    return [task.result() for task in shown[len(ids):]]
