import asyncio


async def boil(egg):
    await asyncio.sleep(3)
    print(egg, "boiled")


async def drop(egg):
    await asyncio.sleep(1)
    raise ValueError(egg)


async def main():
    _, error = await asyncio.gather(boil("white"), drop("brown"), return_exceptions=True)
    print("broken:", error)


asyncio.run(main())
