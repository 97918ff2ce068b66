# The function that opens and closes has no decorator, so that it is a generator and nothing else.
# line: 6
import asyncio


async def opened(name):
    print(name, "open")
    await asyncio.sleep(1)
    yield name
    print(name, "closed")


async def main():
    async with opened("door") as name:
        print(name, "used")


if __name__ == "__main__":
    asyncio.run(main())
