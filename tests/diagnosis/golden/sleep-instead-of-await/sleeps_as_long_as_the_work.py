# A list that tasks fill is read after as many seconds as they take today.
# line: 16
import asyncio

found = []


async def search(cave, seconds):
    await asyncio.sleep(seconds)
    found.append(cave)


async def main():
    for cave, seconds in (("north", 2), ("south", 3)):
        asyncio.ensure_future(search(cave, seconds))
    await asyncio.sleep(3.1)  # long enough
    print("found:", found)


if __name__ == "__main__":
    loop = asyncio.get_event_loop()
    loop.run_until_complete(main())
