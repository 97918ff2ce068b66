# line: 18
import asyncio


async def boil(egg):
    await asyncio.sleep(3)
    print(egg, "boiled")


async def drop(egg):
    await asyncio.sleep(1)
    raise ValueError(egg)


async def main():
    try:
        # The error comes out at once.
        await asyncio.gather(boil("white"), drop("brown"))
    except ValueError as error:
        print("broken:", error)


asyncio.run(main())
