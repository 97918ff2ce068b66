import asyncio

found = []


async def search(cave, seconds):
    await asyncio.sleep(seconds)
    found.append(cave)


async def main():
    searches = []
    for cave, seconds in (("north", 2), ("south", 3)):
        searches.append(asyncio.ensure_future(search(cave, seconds)))
    await asyncio.gather(*searches)
    print("found:", found)


if __name__ == "__main__":
    loop = asyncio.get_event_loop()
    loop.run_until_complete(main())
