# What asyncio called `async` before that became a keyword.
# line: 12

import asyncio


async def water(bed):
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
hose = asyncio.async(water("roses"))
loop.run_until_complete(hose)
