import asyncio


async def water(bed):
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
hose = asyncio.ensure_future(water("roses"), loop=loop)
loop.run_until_complete(hose)
