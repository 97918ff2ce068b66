# The kettle is thought to boil while the table is laid.
# line: 20
import asyncio
import time


async def boil(litres):
    await asyncio.sleep(litres * 3)
    print("water boils")
    return f"{litres} l of tea"


async def lay_table():
    for thing in ("cups", "spoons"):
        await asyncio.sleep(1)
        print(thing)


async def main():
    tea = boil(1)  # starts the kettle
    await lay_table()
    print(await tea)


if __name__ == "__main__":
    asyncio.get_event_loop().run_until_complete(main())
