# The door is opened and shut in one moment; who comes later stands before it.
# line: 17
import asyncio

door = None


async def guest(name, minutes):
    await asyncio.sleep(minutes)
    await door.wait()
    print(name, "is in")


async def host():
    await asyncio.sleep(2)
    door.set()
    door.clear()


async def main():
    global door
    door = asyncio.Event()
    await asyncio.gather(guest("Ann", 1), guest("Ben", 3), host())


asyncio.run(main())
