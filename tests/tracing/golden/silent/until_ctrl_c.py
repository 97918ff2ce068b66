# The program says itself that Ctrl-C ends it.

import asyncio


async def water(bed):
    await asyncio.sleep(1)
    print("watered", bed)


loop = asyncio.new_event_loop()
hose = loop.create_task(water("roses"))
try:
    loop.run_forever()
except KeyboardInterrupt:
    print("stopped")
finally:
    loop.close()
