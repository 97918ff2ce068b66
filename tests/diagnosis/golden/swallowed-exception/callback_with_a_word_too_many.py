# The event loop calls the function with more than it takes, and nobody hears of it.
# line: 13

import asyncio


def ring(times):
    print("ring " * times)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, ring, 2, "loud")
    await asyncio.sleep(2)
    print("did it ring?")
