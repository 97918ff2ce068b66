# The generator is printed, and nobody asks for its items.
# line: 15

import asyncio


async def flavours():
    for name in ("mint", "plum"):
        await asyncio.sleep(0.5)
        yield name


async def main():
    menu = flavours()
    print("today:", menu)
    await menu.aclose()
