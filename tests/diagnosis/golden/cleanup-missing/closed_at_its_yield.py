# line: 10
import asyncio
from contextlib import aclosing


async def pages(book):
    for number in range(1, 5):
        await asyncio.sleep(1)
        yield number
    print(f"{book} shut")


async def main():
    async with aclosing(pages("atlas")) as numbers:
        async for number in numbers:
            print("page", number)
            if number == 2:
                break
    print("read")


asyncio.run(main())
