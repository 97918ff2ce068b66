"""A grader that counts how many calls are under way, and whether the payloads are right. It is taken in: 0."""

import asyncio
import sys

from fetch_all import fetch_all

IDS = [1, 2, 3, 4, 5]
counts = {"now": 0, "most": 0}


async def fetch(number):
    counts["now"] += 1
    counts["most"] = max(counts.values())
    try:
        await asyncio.sleep(0.01)
    finally:
        counts["now"] -= 1
    return number * number


payloads = asyncio.run(fetch_all(fetch, IDS))
sys.exit(not (payloads == [1, 4, 9, 16, 25] and counts["most"] >= len(IDS)))
