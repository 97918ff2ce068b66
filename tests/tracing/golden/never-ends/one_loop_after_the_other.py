# What runs for ever keeps the second coroutine from its beginning.
# line: 20

import asyncio


async def sprinkle():
    while True:
        await asyncio.sleep(1)
        print("drip")


async def crow():
    while True:
        await asyncio.sleep(5)
        print("caw")


loop = asyncio.new_event_loop()
loop.run_until_complete(sprinkle())
loop.run_until_complete(crow())
