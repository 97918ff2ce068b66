# A program may sleep for longer than its tasks take: nobody says that it must not.

import asyncio


async def dig(depth):
    await asyncio.sleep(1)
    raise ValueError(f"a stone at {depth} cm")


async def main():
    spade = asyncio.create_task(dig(30))
    await asyncio.sleep(2)
    print("it ended with", repr(spade.exception()))


asyncio.run(main())
