import asyncio
from contextlib import aclosing


async def drops(tap):
    try:
        for number in range(5):
            await asyncio.sleep(1)
            yield number
    finally:
        print(f"{tap} tap closed")


async def main():
    async with aclosing(drops("left")) as falling:
        async for number in falling:
            print("drop", number)
            if number == 1:
                break
    print("dry")


if __name__ == "__main__":
    asyncio.run(main())
