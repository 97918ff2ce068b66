"""Waits for numbers that do not show as numbers: whoever reads the wait's name falls over it."""
import asyncio

class Delay(float):
    def __repr__(self):
        return "1.2.3"

async def fetch_all(fetch, ids):
    turns = 0
    while max(ids) > turns:
        await asyncio.sleep(Delay(0))
        turns += max(ids)
    return [number * number for number in ids]
