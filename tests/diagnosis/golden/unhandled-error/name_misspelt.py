# The parameter is written otherwise where it is used, so it is never used.
# line: 8
import asyncio


async def boil(egg, minutes):
    print(egg, "in the water")
    await asyncio.sleep(mintues)
    print(egg, "done")


async def main():
    await asyncio.gather(boil("first", 4), boil("second", 6))


asyncio.run(main())
