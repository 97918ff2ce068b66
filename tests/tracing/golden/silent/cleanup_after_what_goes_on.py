# What comes after a run for ever is its cleanup.

import asyncio


async def sprinkle():
    while True:
        await asyncio.sleep(1)
        print("drip")


async def drain():
    print("drained")


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(sprinkle())
finally:
    loop.run_until_complete(drain())
    loop.close()
