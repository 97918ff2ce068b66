# The limit is shorter than the work, and nobody expects its error.
# line: 16

import asyncio

LIMIT = 2


async def develop(picture):
    await asyncio.sleep(3)
    return picture.upper()


async def main():
    print("dark room")
    async with asyncio.timeout(LIMIT):
        print(await develop("cat"))


if __name__ == "__main__":
    asyncio.run(main())
