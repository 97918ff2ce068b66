# A task is awaited right after it was made: the next one begins only then.
# line: 15

import asyncio


async def water(bed):
    await asyncio.sleep(3)
    print("watered", bed)


async def main():
    for bed in ("roses", "beans"):
        valve = asyncio.create_task(water(bed))
        await valve


asyncio.run(main())
