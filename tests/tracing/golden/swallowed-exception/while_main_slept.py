# The task fails long before `main` has slept enough, and nobody gets to know.
# line: 13

import asyncio


async def dig(depth):
    await asyncio.sleep(1)
    raise ValueError(f"a stone at {depth} cm")


async def main():
    spade = asyncio.create_task(dig(30))
    await asyncio.sleep(5)
    print("dug", spade.get_name() != "")


asyncio.run(main())
