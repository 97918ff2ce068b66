import asyncio


async def boil(egg, minutes):
    print(egg, "in the water")
    await asyncio.sleep(minutes)
    print(egg, "done")


async def main():
    await asyncio.gather(boil("first", 4), boil("second", 6))


asyncio.run(main())
