# The cleanup runs, late and with a number that has changed.
# line: 20
import asyncio


async def pages(left):
    try:
        while left:
            await asyncio.sleep(1)
            yield left
            left -= 1
    finally:
        print(f"book of {left} shut")


async def main():
    async for page in pages(3):
        print(page)
        if page == 2:
            break
    print("lights out")

if __name__ == "__main__":
    asyncio.run(main())
