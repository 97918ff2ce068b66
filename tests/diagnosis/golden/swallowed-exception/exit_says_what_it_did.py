# What `__aexit__` gives back is true for every error, also for the one that is waited for.
# line: 17

import asyncio


class Tent:
    def __init__(self):
        self.packed = False

    async def __aenter__(self):
        await asyncio.sleep(1)

    async def __aexit__(self, kind, problem, trace):
        self.packed = True
        print("tent packed")
        return self.packed


async def camp():
    async with Tent():
        print("sleeping")
        raise RuntimeError("rain")


async def main():
    try:
        await camp()
        print("morning")
    except RuntimeError as problem:
        print("home again:", repr(problem))
