"""Blocks the event loop with one call that computes in C, and looks for no signal."""
async def fetch_all(fetch, ids):
    sum(range(10**10))
    return [await fetch(number) for number in ids]
