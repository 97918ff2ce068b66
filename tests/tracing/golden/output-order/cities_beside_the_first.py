# Cities are put beside temperatures in the order in which those come.
# line: 15

import asyncio


async def temperature(city, delay, t):
    await asyncio.sleep(delay)
    return t


async def main():
    cities = ["Oslo", "Rome", "Cairo"]
    coros = [temperature("Oslo", 3, -2), temperature("Rome", 2, 18), temperature("Cairo", 1, 33)]
    for city, c in zip(cities, asyncio.as_completed(coros)):
        print(city, await c)


asyncio.run(main())
