# Only the call to the second hotel has a limit; the first one is waited for as long as it takes.
# line: 13

import asyncio


async def call(hotel, seconds):
    await asyncio.sleep(seconds)
    return f"{hotel}: one room"


async def seaview():
    print(await call("Seaview", 30))


async def hilltop():
    try:
        print(await asyncio.wait_for(call("Hilltop", 1), 5))
    except TimeoutError:
        print("Hilltop does not answer")


async def main():
    await asyncio.gather(seaview(), hilltop())


if __name__ == "__main__":
    asyncio.run(main())
