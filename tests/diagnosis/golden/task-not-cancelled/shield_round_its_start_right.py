import asyncio


async def tour(rooms):
    for room in range(rooms):
        print("room", room)
        await asyncio.sleep(1)


async def visit():
    await tour(9)


async def main():
    guest = asyncio.create_task(visit())
    await asyncio.sleep(2.5)
    guest.cancel()
    try:
        await guest
    except asyncio.CancelledError:
        print("the museum closes")
