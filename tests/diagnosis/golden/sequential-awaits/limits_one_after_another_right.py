import asyncio


async def parcel(sender, days):
    await asyncio.sleep(days)
    return f"parcel from {sender}"


async def awaited(sender, days):
    try:
        print(await asyncio.wait_for(parcel(sender, days), 3))
    except TimeoutError:
        print(f"{sender} is late")


async def main():
    await asyncio.gather(awaited("north", 2), awaited("south", 9))


if __name__ == "__main__":
    asyncio.run(main())
