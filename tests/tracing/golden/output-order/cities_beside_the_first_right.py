import asyncio


async def temperature(city, delay, t):
    await asyncio.sleep(delay)
    return t


async def main():
    coros = [temperature("Oslo", 3, -2), temperature("Rome", 2, 18), temperature("Cairo", 1, 33)]
    for place, c in zip(range(1, 4), asyncio.as_completed(coros)):
        print(place, await c)


asyncio.run(main())
