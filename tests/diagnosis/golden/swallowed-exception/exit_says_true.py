# The way out of the block says that the error has been dealt with.
# line: 14

import asyncio


class Tent:
    async def __aenter__(self):
        await asyncio.sleep(1)
        return self

    async def __aexit__(self, *problem):
        print("tent packed")
        return True


async def camp():
    async with Tent():
        raise RuntimeError("rain")


async def main():
    try:
        await camp()
    except RuntimeError as problem:
        print("home again:", repr(problem))
