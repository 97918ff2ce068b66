import asyncio


async def water(bed):
    await asyncio.sleep(3)
    print("watered", bed)


async def main():
    valves = [asyncio.create_task(water(bed)) for bed in ("roses", "beans")]
    for valve in valves:
        await valve


asyncio.run(main())
