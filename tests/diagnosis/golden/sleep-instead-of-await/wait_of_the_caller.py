# The brewing takes no time, and its caller sleeps in its place.
# line: 14

import asyncio


async def brew(tea):
    print(tea, "in the pot")
    return f"cup of {tea}"


async def main():
    cup = await brew("mint")
    await asyncio.sleep(3)
    print(cup)
