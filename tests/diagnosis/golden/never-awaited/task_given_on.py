# The second step is given the task of the first one, and fails where that is awaited.
# line: 18
import asyncio


async def locate(parcel):
    await asyncio.sleep(1)
    return f"shelf {parcel}"


async def fetch(shelf):
    await asyncio.sleep(0.5)
    return "parcel from " + shelf


async def main():
    place = asyncio.create_task(locate(7))
    parcel = asyncio.create_task(fetch(place))
    await place
    print(await parcel)


asyncio.run(main())
