"""Blocks the event loop with `time.sleep` between calls."""
import time

async def fetch_all(fetch, ids):
    payloads = []
    for number in ids:
        payloads.append(await fetch(number))
        time.sleep(10)
    return payloads
