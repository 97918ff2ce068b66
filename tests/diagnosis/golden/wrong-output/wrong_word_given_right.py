import asyncio


async def greet(guest):
    await asyncio.sleep(0.25)
    line = guest
    print("Welcome,", line)


async def main():
    host = asyncio.create_task(asyncio.sleep(1))
    guest = "Ms Hill"
    await greet(guest)
    print("and goodbye,", guest)
    await host
