"""Blocks the event loop with a regular expression that takes for ever, in C."""
import re

async def fetch_all(fetch, ids):
    re.match(r"(a|a)*b", "a" * 40)
    return [await fetch(number) for number in ids]
