# line: 7
import asyncio


async def read(count):
    pages = []
    for number in range(count):
        await asyncio.sleep(1)
        pages.append(number)
    return pages


async def main():
    for page in await read(3):
        print("page", page)


asyncio.run(main())
