# The future of `gather` belongs to the loop that asyncio made, not to the program's own.
# line: 14

import asyncio


async def crow(times):
    await asyncio.sleep(times)
    print("caw")


loop = asyncio.new_event_loop()
both = asyncio.gather(crow(1), crow(2))
loop.run_until_complete(both)
