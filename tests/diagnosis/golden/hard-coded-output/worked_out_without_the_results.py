# line: 12
import asyncio


async def square(number):
    await asyncio.sleep(1)
    return number * number


async def main():
    await asyncio.gather(square(2), square(3))
    print([n ** 2 for n in (2, 3)])


if __name__ == "__main__":
    asyncio.run(main())
