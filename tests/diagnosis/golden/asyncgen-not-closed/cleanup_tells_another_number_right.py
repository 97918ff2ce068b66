import asyncio
from contextlib import aclosing


async def pages(last):
    try:
        for page in range(last, 0, -1):
            await asyncio.sleep(1)
            yield page
    finally:
        print(f"book of {last} shut")


async def main():
    async with aclosing(pages(3)) as book:
        async for page in book:
            print(page)
            if page == 2:
                break
    print("lights out")

if __name__ == "__main__":
    asyncio.run(main())
