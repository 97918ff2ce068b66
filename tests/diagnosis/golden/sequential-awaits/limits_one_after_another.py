# Both parcels are under way at once, but the limit of the second one begins when the first one is here.
# line: 17

import asyncio


async def parcel(sender, days):
    await asyncio.sleep(days)
    return f"parcel from {sender}"


async def main():
    north = asyncio.create_task(parcel("north", 2))
    south = asyncio.create_task(parcel("south", 9))
    for sender, task in ("north", north), ("south", south):
        try:
            print(await asyncio.wait_for(task, 3))
        except TimeoutError:
            print(f"{sender} is late")


if __name__ == "__main__":
    asyncio.run(main())
