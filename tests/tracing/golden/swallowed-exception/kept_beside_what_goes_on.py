# The task is kept under a name that nobody reads, and the loop runs on: not even a warning comes.
# line: 19

import asyncio


async def dig(depth):
    await asyncio.sleep(1)
    raise ValueError(f"a stone at {depth} cm")


async def sprinkle():
    while True:
        await asyncio.sleep(1)
        print("drip")


loop = asyncio.new_event_loop()
spade = loop.create_task(dig(30))
hose = loop.create_task(sprinkle())
loop.run_forever()
