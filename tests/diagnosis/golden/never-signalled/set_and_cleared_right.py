import asyncio

door = None


async def guest(name, minutes):
    await asyncio.sleep(minutes)
    await door.wait()
    print(name, "is in")


async def host():
    await asyncio.sleep(2)
    door.set()


async def main():
    global door
    door = asyncio.Event()
    await asyncio.gather(guest("Ann", 1), guest("Ben", 3), host())


asyncio.run(main())
