# A generator of many items is entered, so that it is closed when the reader leaves.
# line: 16
import asyncio


async def ticks(count):
    try:
        for number in range(count):
            await asyncio.sleep(1)
            yield number
    finally:
        print("closed")


async def main():
    async with ticks(5) as numbers:
        async for number in numbers:
            print(number)
            if number == 1:
                break


if __name__ == "__main__":
    asyncio.run(main())
