import asyncio


async def call(hotel, seconds):
    await asyncio.sleep(seconds)
    return f"{hotel}: one room"


async def seaview():
    try:
        print(await asyncio.wait_for(call("Seaview", 30), 5))
    except TimeoutError:
        print("Seaview does not answer")


async def hilltop():
    try:
        print(await asyncio.wait_for(call("Hilltop", 1), 5))
    except TimeoutError:
        print("Hilltop does not answer")


async def main():
    await asyncio.gather(seaview(), hilltop())


if __name__ == "__main__":
    asyncio.run(main())
