"""Answers with a gigabyte, and raises it, and is called so."""
import asyncio

class Large:
    def __repr__(self):
        return "a" * 10**9

    __str__ = __repr__

async def fetch_all(fetch, ids):
    asyncio.current_task().set_name("n" * 10**7)
    if ids[0] == 1:
        raise ValueError(Large())
    return [Large() for _ in ids]
