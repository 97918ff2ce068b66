"""A grader as it is written in an afternoon: pytest imports the submission, calls it, and compares with the example."""

import asyncio
import time

from fetch_all import fetch_all

IDS = [1, 2, 3, 4, 5]
SECRET = "@CANARY@"


async def fetch(number):
    await asyncio.sleep(0.05)
    return number * number


def test_returns_the_payloads():
    assert asyncio.run(fetch_all(fetch, IDS)) == [1, 4, 9, 16, 25]


def test_fetches_at_the_same_time():
    began = time.monotonic()
    asyncio.run(fetch_all(fetch, IDS))
    assert time.monotonic() - began < 0.2
